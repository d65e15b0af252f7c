"use client";
import { KeyRound, RectangleEllipsis } from "lucide-react";
import { PasswordField } from "@/components/form/password-field";
import { useMessages } from "@/components/hooks/use-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import type { AccessDraft, AccessField } from "./access-draft";

interface AccessProps {
  value: AccessDraft;
  onChange: (patch: Partial<AccessDraft>) => void;
  problems: Partial<Record<AccessField, string>>;
}

/** A password or an existing key, and what sudo asks for. Nothing here is ever kept by the browser. */
export function AccessFields(props: AccessProps) {
  const { value, onChange } = props;
  const words = useMessages().addHosts.access;
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <Segmented
        label={words.kind}
        value={value.kind}
        onChange={(kind) => onChange({ kind })}
        segments={[
          { id: "password", label: words.password, icon: RectangleEllipsis },
          { id: "key", label: words.key, icon: KeyRound },
        ]}
        className="justify-self-start"
      />
      {value.kind === "password" ? <LoginPassword {...props} /> : <ExistingKey {...props} />}
      <Sudo {...props} />
    </div>
  );
}

function LoginPassword({ value, onChange, problems }: AccessProps) {
  const words = useMessages().addHosts.access;
  return (
    <PasswordField
      label={words.passwordLabel}
      value={value.password}
      problem={problems.password}
      autoComplete="off"
      onChange={(event) => onChange({ password: event.target.value })}
    />
  );
}

function ExistingKey({ value, onChange, problems }: AccessProps) {
  const words = useMessages().addHosts.access;
  return (
    <>
      <Field label={words.privateKey} help={words.privateKeyHelp} problem={problems.privateKey}>
        <Textarea
          rows={5}
          mono
          value={value.privateKey}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ privateKey: event.target.value })}
        />
      </Field>
      <PasswordField
        label={
          <>
            {words.passphrase} <span className="font-meta text-muted">{words.passphraseIf}</span>
          </>
        }
        value={value.passphrase}
        problem={problems.passphrase}
        autoComplete="off"
        onChange={(event) => onChange({ passphrase: event.target.value })}
      />
    </>
  );
}

function Sudo({ value, onChange, problems }: AccessProps) {
  const words = useMessages().addHosts.access;
  const shown = value.sudoDiffers || problems.sudoPassword !== undefined;
  return (
    <>
      <Checkbox
        checked={shown}
        onChange={(event) => onChange({ sudoDiffers: event.target.checked })}
      >
        {value.kind === "password" ? words.sudoOther : words.sudoAsks}
      </Checkbox>
      {shown && (
        <PasswordField
          label={words.sudoPassword}
          value={value.sudoPassword}
          problem={problems.sudoPassword}
          autoComplete="off"
          onChange={(event) => onChange({ sudoPassword: event.target.value, sudoDiffers: true })}
        />
      )}
    </>
  );
}
