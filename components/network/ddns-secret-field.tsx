"use client";
import { LockKeyhole } from "lucide-react";
import { PasswordField } from "@/components/form/password-field";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** A secret that can be written and never read. `value` null: the stored one stays. */
export function DdnsSecretField(props: {
  label: string;
  value: string | null;
  /** One is stored that fits. */
  canKeep: boolean;
  problem: string | undefined;
  onChange: (secret: string | null) => void;
}) {
  const { label, value, canKeep, problem, onChange } = props;
  const words = useMessages().network.ddns.nameDialog;
  if (value === null)
    return (
      <div className="grid gap-[5px]" role="group" aria-label={label}>
        <span className="text-sm font-label">{label}</span>
        <div className="flex items-center gap-2.5 text-sm text-muted">
          <Icon of={LockKeyhole} />
          <span className="min-w-0 flex-1">{words.stored}</span>
          <Button size="sm" onClick={() => onChange("")}>
            {words.replace}
          </Button>
        </div>
      </div>
    );
  return (
    <PasswordField
      label={label}
      autoComplete="off"
      value={value}
      problem={problem}
      onChange={(event) => onChange(event.target.value)}
      {...(canKeep
        ? {
            aside: (
              <button type="button" className="link" onClick={() => onChange(null)}>
                {words.keepOld}
              </button>
            ),
          }
        : {})}
    />
  );
}
