"use client";
import { OctagonX } from "lucide-react";
import { useLocale } from "@/components/hooks/locale";
import { useMessages } from "@/components/hooks/use-messages";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { ROLE_MEMORY_BYTES } from "@/lib/advisor/role-needs";
import type { Role } from "@/lib/schemas/role";
import type { WizardHost } from "./wizard-host";

/** The memory a role needs against what the host has, as a bar and in words. */
export function RoleMemory(props: { host: WizardHost; role: Role | null }) {
  const { host, role } = props;
  const words = useMessages().wizard.roles;
  const gib = useGib();
  if (host.memoryBytes === null)
    return <p className="mt-1.5 text-xs text-muted">{words.notRead}</p>;
  const total = gib(host.memoryBytes);
  if (role === null) return <p className="num mt-1.5 text-xs text-muted">{words.has(total)}</p>;
  const needBytes = ROLE_MEMORY_BYTES[role];
  const need = gib(needBytes);
  const short = needBytes > host.memoryBytes;
  return (
    <div className="mt-1.5 flex items-center gap-2.5">
      <Meter
        size="md"
        label={words.needs(need, total)}
        used={needBytes / host.memoryBytes}
        tone={short ? "danger" : "usage"}
        className="h-1! w-auto! min-w-8 flex-1 shrink!"
      />
      <span
        className={`num inline-flex items-center gap-1 text-xs whitespace-nowrap ${short ? "text-danger" : "text-muted"}`}
      >
        {short && <Icon of={OctagonX} size={14} className="text-danger-solid" />}
        {words.amount(need, total)}
      </span>
    </div>
  );
}

/** Amounts in one unit, so that they can be compared at a glance: "1.6", "0.9". */
function useGib(): (bytes: number) => string {
  const locale = useLocale();
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (bytes) => new Intl.NumberFormat(locale, digits).format(bytes / 1024 ** 3);
}
