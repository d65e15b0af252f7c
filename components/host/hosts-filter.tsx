"use client";
import { Layers, ListFilter } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { FilterBar } from "@/components/table/filter-bar";
import { Chip } from "@/components/ui/chip";
import { Menu } from "@/components/ui/menu";
import type { HostRow } from "@/lib/schemas/host";
import { ROLES } from "@/lib/schemas/roles";
import { selectHosts, type HostsView } from "./hosts-view";

/** Search, role, and the order that puts trouble first. */
export function HostsFilter(props: {
  view: HostsView;
  change: (patch: Partial<HostsView>) => void;
  rows: readonly HostRow[] | undefined;
}) {
  const { view, change, rows } = props;
  const m = useMessages();
  const words = m.hosts;
  const label = (role: HostsView["role"]) => {
    if (role === null) return words.anyRole;
    return role === "none" ? words.noRole : words.roles[role];
  };
  const choices = [null, ...ROLES, "none"] as const;
  return (
    <FilterBar
      placeholder={words.searchPlaceholder}
      value={view.search}
      onChange={(search) => change({ search })}
      end={rows && m.ui.table.shown(selectHosts(rows, view).length, rows.length)}
    >
      <Menu
        align="start"
        items={choices.map((role) => ({
          id: role ?? "any",
          label: label(role),
          checked: view.role === role,
          act: () => change({ role }),
        }))}
      >
        <Chip icon={Layers} on={view.role !== null}>
          {words.roleFilter(label(view.role))}
        </Chip>
      </Menu>
      <Chip
        icon={ListFilter}
        on={view.sort === "findings" && !view.descending}
        onClick={() => change({ sort: "findings", descending: false })}
      >
        {words.findingsFirst}
      </Chip>
    </FilterBar>
  );
}
