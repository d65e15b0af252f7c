"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The address one signs in with. */
export function EmailField(props: {
  label: string;
  help?: string;
  value: string;
  problem: string | undefined;
  autoFocus?: boolean;
  onChange: (value: string) => void;
  onLeave: () => void;
}) {
  const { label, help, value, problem, autoFocus = false, onChange, onLeave } = props;
  return (
    <Field label={label} help={help} problem={problem}>
      <Input
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </Field>
  );
}
