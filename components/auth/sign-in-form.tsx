"use client";
import { useState } from "react";
import { EmailField } from "./email-field";
import { PasswordField } from "@/components/form/password-field";
import { useLightForm } from "@/components/form/use-light-form";
import { api } from "@/components/hooks/api";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Button } from "@/components/ui/button";
import { SignInFailure } from "./sign-in-failure";

const schema = () => import("@/lib/schemas/session").then((session) => session.signInInput);

/** E-mail and password; also over a page whose session ended, then with the e-mail filled in. */
export function SignInForm(props: { email?: string; onSignedIn: () => void }) {
  const { email = "", onSignedIn } = props;
  const m = useBaseMessages().auth.signIn;
  const [forgotten, setForgotten] = useState(false);
  const form = useLightForm({
    initial: { email, password: "" },
    schema,
    send: async (values) => {
      await api.post("/session", values, { anonymous: true });
      onSignedIn();
    },
  });
  return (
    <form noValidate method="post" onSubmit={form.submit} className="grid gap-[18px]">
      {form.failure && <SignInFailure key={form.failure.problem.detail} failure={form.failure} />}
      <EmailField
        label={m.email}
        value={form.values.email}
        problem={form.problems.email}
        autoFocus={email === ""}
        onChange={(value) => form.set("email", value)}
        onLeave={() => form.check("email")}
      />
      <PasswordField
        label={m.password}
        name="password"
        autoComplete="current-password"
        autoFocus={email !== ""}
        problem={form.problems.password}
        value={form.values.password}
        onChange={(event) => form.set("password", event.target.value)}
        aside={
          <button
            type="button"
            aria-expanded={forgotten}
            className="link"
            onClick={() => setForgotten(!forgotten)}
          >
            {m.forgotten}
          </button>
        }
      />
      {forgotten && <p className="text-sm text-muted">{m.forgottenHelp}</p>}
      <Button type="submit" look="primary" size="lg" busy={form.busy} className="w-full">
        {m.submit}
      </Button>
    </form>
  );
}
