"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Icon } from "@/components/ui/icon";
import type { Role } from "@/lib/schemas/role";
import { ROLE_ICONS } from "./role-icon";

/** A role as icon and word; nothing without a role. */
export function RoleLabel(props: { role: Role | null }) {
  const words = useMessages().hosts.roles;
  if (props.role === null) return null;
  return (
    <span className="inline-flex items-center gap-1">
      <Icon of={ROLE_ICONS[props.role]} size={12} />
      {words[props.role]}
    </span>
  );
}
