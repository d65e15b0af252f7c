"use client";
import { EllipsisVertical, GripVertical } from "lucide-react";
import type { DragEvent } from "react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { rootDisk, shortAddress, shortModel } from "@/components/host/host-figures";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { Resolved } from "./resolve-draft";
import { RoleMemory } from "./role-memory";
import { useRoleItems } from "./use-role-items";
import type { MoveHost } from "./roles-step";
import type { WizardHost } from "./wizard-host";

/** A host on the board: dragged by hand, or moved by its menu. A finding outlines it. */
export function HostCard(props: {
  host: WizardHost;
  now: Resolved;
  /** It came here by the last move: who moved it with the keyboard goes on from here. */
  justMoved: boolean;
  onMove: MoveHost;
  onDragStart: (event: DragEvent) => void;
}) {
  const { host, now, justMoved, onMove, onDragStart } = props;
  const words = useMessages().wizard.roles;
  const items = useRoleItems(host, now, onMove);
  const inTrouble = now.open.some((found) => found.hostIds.includes(host.id));
  return (
    <div
      draggable
      onDragStart={onDragStart}
      className={cx(
        "grid grid-cols-[14px_minmax(0,1fr)_auto] items-start gap-1.5 rounded-[8px] border bg-surface py-2 pr-1 pl-2 text-sm shadow-1",
        inTrouble ? "border-danger-solid ring-1 ring-danger-solid" : "border-line-strong",
      )}
    >
      <Icon of={GripVertical} size={14} className="mt-1 cursor-grab text-subtle" />
      <div className="min-w-0">
        <div className="flex items-baseline gap-1.5">
          <b className="truncate font-[580]">{host.name}</b>
          <span className="num ml-auto text-xs text-muted">{shortAddress(host.address)}</span>
        </div>
        <HostKind host={host} />
        <RoleMemory host={host} role={now.roles[host.id] ?? null} />
      </div>
      <Menu items={items}>
        <IconButton
          icon={EllipsisVertical}
          size="sm"
          label={words.change(host.name)}
          autoFocus={justMoved}
        />
      </Menu>
    </div>
  );
}

/** "Pi 4B · 32 GiB SD" */
export function HostKind({ host }: { host: WizardHost }) {
  const format = useFormat();
  const m = useMessages();
  const { facts } = host.row;
  const disk = rootDisk(facts);
  const model = shortModel(facts?.model ?? null) ?? facts?.arch.userland;
  const parts = [model, disk && `${format.bytes(disk.totalBytes)} ${m.hosts.diskKinds[disk.kind]}`];
  return (
    <p className="truncate text-xs text-muted">
      {facts === null ? m.hosts.notRead : parts.filter(Boolean).join(" · ")}
    </p>
  );
}
