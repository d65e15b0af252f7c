"use client";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useSession } from "@/components/hooks/use-session";
import { Note } from "@/components/ui/note";
import { AuthTitle } from "./auth-title";
import { SignInForm } from "./sign-in-form";

/** The sign-in page's form. `next` is where one wanted to go. */
export function SignIn(props: { host: string; next: string }) {
  const m = useBaseMessages().auth.signIn;
  const session = useSession().data;
  return (
    <>
      <AuthTitle title={m.title}>
        {m.toPanelOn} <strong className="font-label break-all text-text">{props.host}</strong>
      </AuthTitle>
      {session?.setupNeeded === true && (
        <Note tone="info" title={m.notSetUp}>
          <p>{m.notSetUpBody}</p>
        </Note>
      )}
      <SignInForm onSignedIn={() => window.location.assign(props.next)} />
      <p className="text-center text-xs text-muted">{m.kept}</p>
    </>
  );
}
