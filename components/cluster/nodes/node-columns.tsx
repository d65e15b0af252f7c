"use client";
import { Box, Crown, LogOut } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import type { ListedRow } from "@/components/kube/use-kube-list";
import type { Column, PhoneCard } from "@/components/table/column";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { isServerNode } from "@/lib/kube/kinds/node";
import { NodeStatus } from "./node-status";
import { RequestCell } from "./request-cell";

type Row = ListedRow<"nodes">;

/** Columns of the nodes' table. `onRemove` is left out for those who may not. */
export function useNodeColumns(
  onRemove: ((row: Row) => void) | undefined,
  canRemove: (row: Row) => boolean,
): readonly Column<Row>[] {
  const format = useFormat();
  const m = useMessages();
  const words = m.cluster.nodes;
  const { columns } = words;
  return [
    { id: "name", head: columns.name, sortable: true, cell: (row) => <NameCell row={row} /> },
    {
      id: "trouble",
      head: columns.status,
      sortable: true,
      cell: (row) => <NodeStatus node={row} />,
    },
    {
      id: "address",
      head: columns.address,
      sortable: true,
      from: "lg",
      cell: (row) => <span className="num">{row.address}</span>,
    },
    {
      id: "version",
      head: columns.version,
      sortable: true,
      from: "xl",
      cell: (row) => <span className="num">{row.version}</span>,
    },
    {
      id: "cpu",
      head: columns.cpu,
      sortable: true,
      cell: (row) => (
        <RequestCell
          requested={row.cpuRequestMillis}
          allocatable={row.cpuMillis.allocatable}
          write={words.cores}
          label={words.cpuLabel}
        />
      ),
    },
    {
      id: "memory",
      head: columns.memory,
      sortable: true,
      cell: (row) => (
        <RequestCell
          requested={row.memoryRequestBytes}
          allocatable={row.memoryBytes.allocatable}
          write={format.bytes}
          label={words.memoryLabel}
        />
      ),
    },
    {
      id: "pods",
      head: columns.pods,
      align: "end",
      cell: (row) =>
        row.pods !== null && (
          <span className="num" title={words.podsOf(row.pods, row.maxPods)}>
            {row.pods}
          </span>
        ),
    },
    {
      id: "age",
      head: columns.age,
      sortable: true,
      align: "end",
      from: "md",
      cell: (row) => <AgeCell at={row.createdAt} />,
    },
    {
      id: "actions",
      head: columns.actions,
      quietHead: true,
      align: "end",
      cell: (row) =>
        onRemove !== undefined &&
        canRemove(row) && (
          <Menu
            label={m.cluster.actions.nodeMenu(row.name)}
            items={[
              {
                id: "remove",
                label: m.cluster.actions.removeNode,
                icon: LogOut,
                danger: true,
                act: () => onRemove(row),
              },
            ]}
          />
        ),
    },
  ];
}

function NameCell(props: { row: Row }) {
  const { row } = props;
  const words = useMessages().cluster.statusWords;
  const isServer = isServerNode(row);
  return (
    <span className="grid gap-px py-1">
      <b className="font-name">{row.name}</b>
      <small className="flex items-center gap-1 text-xs text-muted" title={row.roles.join(", ")}>
        <Icon of={isServer ? Crown : Box} size={12} />
        {words[isServer ? "server" : "agent"]} · {row.os} · {row.architecture}
      </small>
    </span>
  );
}

/** The same on a phone. */
export function useNodeCard(): (row: Row) => PhoneCard {
  const format = useFormat();
  const m = useMessages().cluster;
  return (row) => ({
    title: (
      <>
        {row.name}{" "}
        <span className="text-sm font-meta text-muted">
          {m.statusWords[isServerNode(row) ? "server" : "agent"]}
        </span>
      </>
    ),
    meta: [
      row.address,
      row.memoryBytes.allocatable === null ? null : format.bytes(row.memoryBytes.allocatable),
      row.pods === null ? null : m.nodes.podsShort(row.pods),
    ]
      .filter((part) => part !== null && part !== "")
      .join(" · "),
    status: <NodeStatus node={row} />,
  });
}
