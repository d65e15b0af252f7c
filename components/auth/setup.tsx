"use client";
import { Link2Off, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useSession } from "@/components/hooks/use-session";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import { AuthTitle } from "./auth-title";
import { SetupForm } from "./setup-form";

/** First run: the form, or why this link leads nowhere and what to do about it. */
export function Setup(props: { token: string; leastLength: number }) {
  const { token, leastLength } = props;
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
        <div className="grid gap-2 text-sm">
          <p>{m.newLink}</p>
        </div>
      </>
    );
  return (
    <>
      <AuthTitle title={m.title}>{m.intro}</AuthTitle>
      <SetupForm token={token} leastLength={leastLength} onDead={() => setDead(true)} />
      <Note tone="unknown" className="text-xs">
        <p>{m.once}</p>
      </Note>
    </>
  );
}
