"use client";
import { useQueryClient } from "@tanstack/react-query";
import { AlertDialog } from "radix-ui";
import { SignInForm } from "@/components/auth/sign-in-form";
import { signedInAgain } from "@/components/hooks/reauth";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import type { SessionUser } from "@/lib/schemas/session";
import { dialogLook } from "@/components/ui/dialog";
import { cx } from "@/components/ui/cx";
import { scrimLook } from "@/components/ui/overlay-look";
import { PLACES } from "./places";

/** Asks for the password again over the page; calls that were waiting then go on. */
export function ReauthOverlay(props: { user: SessionUser }) {
  const m = useBaseMessages().shell.reauth;
  const client = useQueryClient();
  const done = () => {
    signedInAgain();
    void client.invalidateQueries();
  };
  return (
    <AlertDialog.Root open>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={scrimLook} />
        <AlertDialog.Content
          className={cx(dialogLook, "max-w-[440px]")}
          onEscapeKeyDown={(event) => event.preventDefault()}
        >
          <div className="grid gap-4 overflow-y-auto p-5">
            <div>
              <AlertDialog.Title className="text-[18px] leading-6">{m.title}</AlertDialog.Title>
              <AlertDialog.Description className="mt-0.5 text-sm text-muted">
                {m.body}
              </AlertDialog.Description>
            </div>
            <SignInForm email={props.user.email} onSignedIn={done} />
            <a href={PLACES.signIn} className="link justify-self-center text-sm">
              {m.other}
            </a>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
