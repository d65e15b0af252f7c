"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { rolesOf } from "@/lib/advisor/check-counts";
import { HostKind } from "./host-card";
import type { Resolved } from "./resolve-draft";
import { RoleMemory } from "./role-memory";
import type { MoveHost } from "./roles-step";

/** The same as the board, one host a line, each with a list to choose from. */
export function RoleTable(props: { now: Resolved; onMove: MoveHost }) {
  const { now, onMove } = props;
  const words = useMessages().wizard.roles;
  const roles = rolesOf(now.draft.topology);
  const options = [
    { value: "", label: words.noRole },
    ...roles.map((role) => ({ value: role, label: words.laneOne[role] })),
  ];
  return (
    <Card className="overflow-clip">
      <ul>
        {now.hosts.map((host) => {
          const role = now.roles[host.id] ?? null;
          return (
            <li
              key={host.id}
              className="grid items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5 text-sm first:border-t-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_180px]"
            >
              <div className="min-w-0">
                <b className="font-[580]">{host.name}</b>{" "}
                <span className="num text-muted">{host.address}</span>
                <HostKind host={host} />
              </div>
              <RoleMemory host={host} role={role} />
              <Select
                aria-label={words.change(host.name)}
                options={options}
                value={role ?? ""}
                onChange={(event) =>
                  onMove(host, roles.find((known) => known === event.target.value) ?? null)
                }
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
