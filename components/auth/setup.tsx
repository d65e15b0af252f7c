"use client";
import { Link2Off, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useHashParam } from "@/components/hooks/use-hash-param";
import { useSession } from "@/components/hooks/use-session";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import { AuthTitle } from "./auth-title";
import { SetupForm } from "./setup-form";

/** First run: the form, or why this link leads nowhere and what to do about it. */
export function Setup({ leastLength }: { leastLength: number }) {
  const token = useHashParam("token");
  const m = useBaseMessages().auth.setup;
  const session = useSession().data;
  const [dead, setDead] = useState(false);
  if (session?.setupNeeded === false)
    return (
      <>
        <AuthTitle title={m.done}>{m.doneBody}</AuthTitle>
        <ButtonLink look="primary" size="lg" href={PLACES.signIn} icon={ShieldCheck}>
          {m.goSignIn}
        </ButtonLink>
      </>
    );
  if (token === "" || dead)
    return (
      <>
        <AuthTitle title={dead ? m.linkDead : m.linkMissing} />
        <Note tone="warn" icon={Link2Off} alert>
          <p>{dead ? m.linkDeadBody : m.linkMissingBody}</p>
        </Note>
        <p className="text-sm">{m.newLink}</p>
      </>
    );
  return (
    <>
      <AuthTitle title={m.title}>{m.intro}</AuthTitle>
      <SetupForm
        key={token} // the server's page has no token yet: the form begins anew with it
        token={token ?? ""}
        leastLength={leastLength}
        onDead={() => setDead(true)}
      />
      <Note tone="unknown" className="text-xs">
        <p>{m.once}</p>
      </Note>
    </>
  );
}
