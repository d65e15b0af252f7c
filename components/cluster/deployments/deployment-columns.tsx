"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { ObjectName } from "@/components/kube/object-name";
import type { Column, PhoneCard } from "@/components/table/column";
import type { DeploymentRow } from "@/lib/kube/kinds/deployment";
import type { Messages } from "@/lib/i18n/catalogue";
import { DeploymentStatus } from "./deployment-status";

/** Columns of the deployments' table; `oneLine` where rows are virtual and so of one height. */
export function useDeploymentColumns(oneLine: boolean): readonly Column<DeploymentRow>[] {
  const words = useMessages().cluster;
  const { columns } = words.deployments;
  return [
    {
      ...{ id: "name", head: columns.name, sortable: true, width: "20%" },
      cell: (row) => <ObjectName name={row.name} />,
    },
    {
      ...{ id: "namespace", head: columns.namespace, sortable: true, width: "12%" },
      cell: (row) => row.namespace,
    },
    {
      ...{ id: "trouble", head: columns.status, sortable: true, width: "26%" },
      cell: (row) => <DeploymentStatus deployment={row} oneLine={oneLine} />,
    },
    ...figures(words),
    {
      ...{ id: "images", head: columns.images, from: "md" },
      cell: (row) => (
        <span
          className="block max-w-[320px] truncate font-mono text-xs"
          title={row.images.join("\n")}
        >
          {row.images.join(", ")}
        </span>
      ),
    },
    {
      ...{ id: "age", head: columns.age, sortable: true, align: "end", width: "72px", from: "md" },
      cell: (row) => <AgeCell at={row.createdAt} />,
    },
  ];
}

const figures = ({ deployments, pods }: Messages["cluster"]): readonly Column<DeploymentRow>[] => {
  const { columns } = deployments;
  return [
    {
      ...{ id: "ready", head: columns.ready, sortable: true, align: "end", width: "84px" },
      cell: (row) => <span className="num">{pods.readyOf(row.ready, row.desired)}</span>,
    },
    {
      ...{ id: "updated", head: columns.updated, align: "end", width: "96px", from: "lg" },
      cell: (row) => <span className="num">{row.updated}</span>,
    },
    {
      ...{ id: "available", head: columns.available, align: "end", width: "88px", from: "lg" },
      cell: (row) => <span className="num">{row.available}</span>,
    },
  ];
};

/** The same on a phone. */
export function useDeploymentCard(): (row: DeploymentRow) => PhoneCard {
  const words = useMessages().cluster.pods;
  return (row) => ({
    title: row.name,
    meta: `${row.namespace} · ${words.readyOf(row.ready, row.desired)}`,
    status: <DeploymentStatus deployment={row} brief />,
  });
}
