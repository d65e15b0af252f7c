"use client";
import { ArrowRight } from "lucide-react";
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
    send: async (values) => {
      try {
        await api.post("/setup", values, { anonymous: true });
        window.location.assign(PLACES.overview);
      } catch (error) {
        if (isApiProblem(error) && error.problem.code === "auth.setup-link-invalid") onDead();
        throw error;
      }
    },
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
      <Field label={m.email} help={m.emailHelp} problem={form.problems.email}>
        <Input
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          value={email}
          onChange={(event) => form.set("email", event.target.value)}
          onBlur={() => form.check("email")}
        />
      </Field>
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
