"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { ObjectName } from "@/components/kube/object-name";
import type { Column, PhoneCard } from "@/components/table/column";
import type { PodRow } from "@/lib/kube/kinds/pod";
import type { Messages } from "@/lib/i18n/catalogue";
import { PodStatus } from "./pod-status";

/** Columns of the pods' table; `oneLine` where rows are virtual and so of one height. */
export function usePodColumns(oneLine: boolean): readonly Column<PodRow>[] {
  const words = useMessages().cluster.pods;
  const { columns } = words;
  return [
    {
      ...{ id: "name", head: columns.name, sortable: true, width: "23%" },
      cell: (row) => <ObjectName name={row.name} generated={row.owner !== ""} />,
    },
    {
      ...{ id: "namespace", head: columns.namespace, sortable: true, width: "11%" },
      cell: (row) => row.namespace,
    },
    {
      ...{ id: "trouble", head: columns.status, sortable: true, width: "32%" },
      cell: (row) => <PodStatus pod={row} oneLine={oneLine} />,
    },
    ...figures(words),
    {
      ...{ id: "node", head: columns.node, sortable: true, width: "11%" },
      cell: (row) => row.node || <span className="text-muted">{words.noNode}</span>,
    },
    {
      ...{ id: "ip", head: columns.ip, width: "112px", from: "xl" },
      cell: (row) => <span className="num">{row.ip}</span>,
    },
    {
      ...{ id: "age", head: columns.age, sortable: true, align: "end", width: "72px", from: "md" },
      cell: (row) => <AgeCell at={row.createdAt} />,
    },
  ];
}

const figures = ({ columns, readyOf }: Messages["cluster"]["pods"]): readonly Column<PodRow>[] => [
  {
    ...{ id: "ready", head: columns.ready, align: "end", width: "72px", from: "lg" },
    cell: (row) => <span className="num">{readyOf(row.ready, row.containers)}</span>,
  },
  {
    ...{ id: "restarts", head: columns.restarts, sortable: true, align: "end", width: "84px" },
    cell: (row) => (
      <span className={row.restarts === 0 ? "num text-muted" : "num"}>{row.restarts}</span>
    ),
  },
];

/** The same on a phone. */
export function usePodCard(): (row: PodRow) => PhoneCard {
  const words = useMessages().cluster.pods;
  return (row) => ({
    title: <ObjectName name={row.name} generated={row.owner !== ""} />,
    meta: words.phone(row.namespace, row.node),
    status: <PodStatus pod={{ ...row, trouble: null }} />,
  });
}
