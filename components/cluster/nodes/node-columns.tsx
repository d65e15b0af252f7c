"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import type { ListedRow } from "@/components/kube/use-kube-list";
import type { Column, PhoneCard } from "@/components/table/column";
import { isServerNode } from "@/lib/kube/kinds/node";
import { NodeMenu, type NodeHost } from "./node-menu";
import { NodeName } from "./node-name";
import { NodeStateLabel, NodeStatus, NodeTroubles } from "./node-status";
import { RequestCell } from "./request-cell";

type Row = ListedRow<"nodes">;
/** The host behind a node; null where it is not the panel's. */
type HostOf = (row: Row) => NodeHost | null;

/** Columns of the nodes' table. */
export function useNodeColumns(clusterId: string, hostOf: HostOf): readonly Column<Row>[] {
  const { columns, podsOf } = useMessages().cluster.nodes;
  const requests = useRequestColumns();
  return [
    {
      ...{ id: "name", head: columns.name, sortable: true },
      cell: (row) => <NodeName clusterId={clusterId} node={row} />,
    },
    {
      ...{ id: "trouble", head: columns.status, sortable: true },
      cell: (row) => <NodeStatus node={row} />,
    },
    {
      ...{ id: "address", head: columns.address, sortable: true, from: "lg" },
      cell: (row) => <span className="num">{row.address}</span>,
    },
    {
      ...{ id: "version", head: columns.version, sortable: true, from: "xl" },
      cell: (row) => <span className="num">{row.version}</span>,
    },
    ...requests,
    {
      ...{ id: "pods", head: columns.pods, align: "end" },
      cell: (row) =>
        row.pods !== null && (
          <span className="num" title={podsOf(row.pods, row.maxPods)}>
            {row.pods}
          </span>
        ),
    },
    {
      ...{ id: "age", head: columns.age, sortable: true, align: "end", from: "md" },
      cell: (row) => <AgeCell at={row.createdAt} />,
    },
    {
      ...{ id: "actions", head: columns.actions, quietHead: true, align: "end" },
      cell: (row) => <NodeMenu clusterId={clusterId} node={row} host={hostOf(row)} />,
    },
  ];
}

function useRequestColumns(): readonly Column<Row>[] {
  const format = useFormat();
  const words = useMessages().cluster.nodes;
  return [
    {
      ...{ id: "cpu", head: words.columns.cpu, sortable: true },
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
      ...{ id: "memory", head: words.columns.memory, sortable: true },
      cell: (row) => (
        <RequestCell
          requested={row.memoryRequestBytes}
          allocatable={row.memoryBytes.allocatable}
          write={format.bytes}
          label={words.memoryLabel}
        />
      ),
    },
  ];
}

/** The same on a phone. */
export function useNodeCard(clusterId: string, hostOf: HostOf): (row: Row) => PhoneCard {
  const format = useFormat();
  const { nodes, statusWords } = useMessages().cluster;
  return (row) => ({
    title: (
      <>
        {row.name}{" "}
        <span className="text-sm font-meta text-muted">
          {statusWords[isServerNode(row) ? "server" : "agent"]}
        </span>
      </>
    ),
    meta: (
      <>
        {[
          row.address,
          row.memoryBytes.allocatable === null ? "" : format.bytes(row.memoryBytes.allocatable),
          row.pods === null ? "" : nodes.podsShort(row.pods),
        ]
          .filter(Boolean)
          .join(" · ")}
        <NodeTroubles node={row} />
      </>
    ),
    status: <NodeStateLabel node={row} />,
    aside: <NodeMenu clusterId={clusterId} node={row} host={hostOf(row)} />,
  });
}
