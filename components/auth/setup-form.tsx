"use client";
import { ArrowRight } from "lucide-react";
import { EmailField } from "./email-field";
import { PasswordField } from "@/components/form/password-field";
import { useLightForm } from "@/components/form/use-light-form";
import { api } from "@/components/hooks/api";
import { isApiProblem } from "@/components/hooks/api-problem";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordStrengthHint } from "./password-strength";
import { SignInFailure } from "./sign-in-failure";

const schema = () => import("@/lib/schemas/session").then((session) => session.setupInput);

/** Name, e-mail, password of the first administrator. */
export function SetupForm(props: { token: string; leastLength: number; onDead: () => void }) {
  const { token, leastLength, onDead } = props;
  const m = useBaseMessages().auth.setup;
  const form = useLightForm({
    initial: { token, name: "", email: "", password: "" },
    schema,
    send: (values) => create(values).catch(deadLinkTo(onDead)),
  });
  const { name, email, password } = form.values;
  const general = form.failure && form.failure.problem.fields === undefined;
  return (
    <form noValidate method="post" onSubmit={form.submit} className="grid gap-[18px]">
      {form.failure && general && <SignInFailure failure={form.failure} />}
      <Field label={m.name} problem={form.problems.name}>
        <Input
          name="name"
          autoComplete="name"
          autoFocus
          value={name}
          onChange={(event) => form.set("name", event.target.value)}
          onBlur={() => form.check("name")}
        />
      </Field>
      <EmailField
        label={m.email}
        help={m.emailHelp}
        value={form.values.email}
        problem={form.problems.email}
        onChange={(value) => form.set("email", value)}
        onLeave={() => form.check("email")}
      />
      <PasswordField
        label={m.password}
        name="password"
        autoComplete="new-password"
        problem={form.problems.password}
        value={password}
        onChange={(event) => form.set("password", event.target.value)}
        onBlur={() => form.check("password")}
        after={
          <PasswordStrengthHint
            password={password}
            leastLength={leastLength}
            personal={[name, email]}
          />
        }
      />
      <Button
        type="submit"
        look="primary"
        size="lg"
        endIcon={ArrowRight}
        busy={form.busy}
        className="w-full"
      >
        {m.submit}
      </Button>
    </form>
  );
}

async function create(values: Record<string, string>): Promise<void> {
  await api.post("/setup", values, { anonymous: true });
  window.location.assign(PLACES.overview);
}

/** A link that no longer works is not a problem of the form: the page says what to do instead. */
const deadLinkTo = (onDead: () => void) => (error: unknown) => {
  if (isApiProblem(error) && error.problem.code === "auth.setup-link-invalid") onDead();
  throw error;
};
