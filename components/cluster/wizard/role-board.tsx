"use client";
import { CircleDashed } from "lucide-react";
import { useState, type DragEvent } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { ROLE_ICONS } from "@/components/host/role-icon";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { rolesOf } from "@/lib/advisor/check-counts";
import type { Role } from "@/lib/schemas/role";
import { ROLE_COUNTS } from "@/lib/schemas/role-counts";
import { HostCard } from "./host-card";
import type { Resolved } from "./resolve-draft";
import type { MoveHost } from "./roles-step";

const HOST_TYPE = "application/x-gandalf-host";

interface BoardProps {
  now: Resolved;
  /** The host that was moved last: its new card takes the focus, for the old one is gone. */
  movedId: string | null;
  onMove: MoveHost;
}

/** A lane for each role of the topology, and one for hosts that are left out. */
export function RoleBoard(props: BoardProps) {
  const { now } = props;
  return (
    <Card className="overflow-clip">
      {rolesOf(now.draft.topology).map((role) => (
        <Lane key={role} role={role} {...props} />
      ))}
      <Lane role={null} {...props} />
    </Card>
  );
}

function Lane(props: BoardProps & { role: Role | null }) {
  const { role, now, movedId, onMove } = props;
  const words = useMessages().wizard.roles;
  const drop = useDrop((hostId) => {
    const host = now.hosts.find((known) => known.id === hostId);
    if (host && now.roles[hostId] !== role) onMove(host, role);
  });
  const hosts = now.hosts.filter((host) => (now.roles[host.id] ?? null) === role);
  const many = role !== null && ROLE_COUNTS[now.draft.topology][role][1] > 1;
  const title = role === null ? words.noRole : words[many ? "lanes" : "laneOne"][role];
  return (
    <section
      aria-label={title}
      {...drop.handlers}
      className={cx(
        "grid gap-4 border-t border-line px-4 py-3.5 first:border-t-0 max-sm:gap-2.5 sm:grid-cols-[148px_minmax(0,1fr)]",
        drop.over && "bg-accent-tint",
      )}
    >
      <div>
        <h3 className="flex items-center gap-2 text-base">
          <Icon of={role === null ? CircleDashed : ROLE_ICONS[role]} />
          {title}
          {role !== null && <span className="num font-meta text-muted">{hosts.length}</span>}
        </h3>
        {role !== null && <p className="mt-1 text-xs text-muted">{words.about[role]}</p>}
      </div>
      <div className="grid content-start gap-2.5 xl:grid-cols-2">
        {hosts.map((host) => (
          <HostCard
            key={host.id}
            host={host}
            now={now}
            justMoved={host.id === movedId}
            onMove={onMove}
            onDragStart={(event) => {
              event.dataTransfer.setData(HOST_TYPE, host.id);
              event.dataTransfer.effectAllowed = "move";
            }}
          />
        ))}
        {hosts.length === 0 && (
          <p className="col-span-full rounded-md border border-dashed border-line-control p-3 text-sm text-muted">
            {role === null ? words.everyHost : words.emptyLane}
          </p>
        )}
      </div>
    </section>
  );
}

/** A place where a host may be dropped. */
function useDrop(onHost: (hostId: string) => void) {
  const [over, setOver] = useState(false);
  const takes = (event: DragEvent) => event.dataTransfer.types.includes(HOST_TYPE);
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(false);
        onHost(event.dataTransfer.getData(HOST_TYPE));
      },
    },
  };
}
