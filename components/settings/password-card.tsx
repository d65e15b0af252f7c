"use client";
import { useState } from "react";
import { PasswordStrengthHint } from "@/components/auth/password-strength";
import { SignInFailure } from "@/components/auth/sign-in-failure";
import { PasswordField } from "@/components/form/password-field";
import { useLightForm } from "@/components/form/use-light-form";
import { api } from "@/components/hooks/api";
import { useMessages } from "@/components/hooks/use-messages";
import { useSession } from "@/components/hooks/use-session";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";

const schema = () => import("@/lib/schemas/session").then((session) => session.changePasswordInput);

/** Changes one's own password. */
export function PasswordCard(props: { leastLength: number }) {
  const words = useMessages().settings.password;
  const [changes, setChanges] = useState(0);
  const done = () => {
    toast.done({ title: words.done, body: words.doneBody });
    setChanges(changes + 1);
  };
  return (
    <Card className="mb-4">
      <CardHead title={words.title} end={words.help} />
      <CardBody>
        <PasswordForm key={changes} leastLength={props.leastLength} onDone={done} />
      </CardBody>
    </Card>
  );
}

function PasswordForm({ leastLength, onDone }: { leastLength: number; onDone: () => void }) {
  const words = useMessages().settings.password;
  const user = useSession().data?.user;
  const form = useLightForm({
    initial: { current: "", password: "" },
    schema,
    send: (values) => api.put("/session/password", values).then(onDone),
  });
  const general = form.failure && form.failure.problem.fields === undefined;
  return (
    <form noValidate method="post" onSubmit={form.submit} className="grid max-w-[380px] gap-4">
      {form.failure && general && <SignInFailure failure={form.failure} />}
      {/* Password managers look for the account beside the passwords. */}
      <input hidden readOnly autoComplete="username" value={user?.email ?? ""} />
      <PasswordField
        label={words.current}
        name="current"
        autoComplete="current-password"
        problem={form.problems.current}
        value={form.values.current}
        onChange={(event) => form.set("current", event.target.value)}
        onBlur={() => form.check("current")}
      />
      <PasswordField
        label={words.next}
        name="password"
        autoComplete="new-password"
        problem={form.problems.password}
        value={form.values.password}
        onChange={(event) => form.set("password", event.target.value)}
        onBlur={() => form.check("password")}
        after={
          <PasswordStrengthHint
            password={form.values.password}
            leastLength={leastLength}
            personal={user ? [user.name, user.email] : []}
          />
        }
      />
      <p className="text-sm text-muted">{words.direct}</p>
      <Button type="submit" look="primary" busy={form.busy} className="justify-self-start">
        {words.submit}
      </Button>
    </form>
  );
}
