"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordField } from "@/components/form/password-field";
import { sshUser } from "@/lib/schemas/host";
import { AccessFields } from "../access-fields";
import type { AccessDraft } from "../access-draft";
import { labelOf } from "./add-select";
import type { Candidate } from "./add-state";
import type { AddHosts } from "./use-add-hosts";

/** Step 3: how the panel gets in this once. */
export function AccessStep(props: { hosts: AddHosts; chosen: readonly Candidate[] }) {
  const { hosts, chosen } = props;
  const words = useMessages().addHosts.access;
  return (
    <section>
      <h2 className="text-lg">{words.title}</h2>
      <p className="mt-1 mb-4 max-w-[66ch] text-muted">{words.body(chosen.length)}</p>
      <div className="max-w-[480px]">
        <AccessFields
          value={hosts.state.access}
          onChange={(patch) => hosts.dispatch({ type: "access", patch })}
          problems={{}}
        />
      </div>
      <details className="mt-6 max-w-[760px]">
        <summary className="text-sm font-label">{words.perHost}</summary>
        <p className="mt-1 mb-2 text-xs text-muted">{words.perHostHelp}</p>
        <Card>
          {chosen.map((candidate) => (
            <OwnAccess key={candidate.key} candidate={candidate} hosts={hosts} />
          ))}
        </Card>
      </details>
    </section>
  );
}

/** What one host needs otherwise: user and passwords. */
function OwnAccess(props: { candidate: Candidate; hosts: AddHosts }) {
  const { candidate, hosts } = props;
  const words = useMessages().addHosts.access;
  const common = hosts.state.access;
  const own = candidate.access ?? { ...common, password: "", sudoPassword: "", sudoDiffers: false };
  const edit = (patch: Partial<AccessDraft>) => {
    const next = { ...own, kind: "password" as const, ...patch };
    const sudoDiffers = next.sudoPassword !== "";
    const same = next.password === "" && !sudoDiffers;
    const access = same
      ? null
      : { ...next, sudoDiffers, password: next.password === "" ? common.password : next.password };
    hosts.dispatch({ type: "edit", key: candidate.key, patch: { access } });
  };
  const user = sshUser.safeParse(candidate.user);
  return (
    <fieldset className="grid gap-3 border-t border-line px-4 py-3 first:border-t-0 sm:grid-cols-3">
      <legend className="sr-only">{labelOf(candidate)}</legend>
      <p aria-hidden className="num text-sm font-name sm:col-span-3">
        {labelOf(candidate)}
      </p>
      <Field label={words.user} problem={user.success ? undefined : user.error.issues[0]?.message}>
        <Input
          value={candidate.user}
          autoComplete="off"
          autoCapitalize="none"
          onChange={(event) =>
            hosts.dispatch({
              type: "edit",
              key: candidate.key,
              patch: { user: event.target.value },
            })
          }
        />
      </Field>
      <PasswordField
        label={words.passwordLabel}
        autoComplete="off"
        value={candidate.access?.password ?? ""}
        onChange={(event) => edit({ password: event.target.value })}
      />
      <PasswordField
        label={words.sudoPassword}
        autoComplete="off"
        value={candidate.access?.sudoPassword ?? ""}
        onChange={(event) => edit({ sudoPassword: event.target.value })}
      />
    </fieldset>
  );
}
