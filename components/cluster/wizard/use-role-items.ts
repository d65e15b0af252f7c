"use client";
import { CircleDashed } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { ROLE_ICONS } from "@/components/host/role-icon";
import type { MenuItem } from "@/components/ui/menu";
import { rolesOf } from "@/lib/advisor/check-counts";
import type { Resolved } from "./resolve-draft";
import type { MoveHost } from "./roles-step";
import type { WizardHost } from "./wizard-host";

/** The roles a host may be given, as lines of its menu. */
export function useRoleItems(host: WizardHost, now: Resolved, onMove: MoveHost): MenuItem[] {
  const words = useMessages().wizard.roles;
  const current = now.roles[host.id] ?? null;
  return [...rolesOf(now.draft.topology), null].map((role) => ({
    id: role ?? "none",
    label: role === null ? words.noRole : words.laneOne[role],
    icon: role === null ? CircleDashed : ROLE_ICONS[role],
    checked: role === current,
    act: () => {
      if (role !== current) onMove(host, role);
    },
  }));
}
