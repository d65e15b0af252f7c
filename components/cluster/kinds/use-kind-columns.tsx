"use client";
import Link from "next/link";
import { useMessages } from "@/components/hooks/use-messages";
import { ObjectName } from "@/components/kube/object-name";
import type { ListedObject } from "@/components/kube/use-kube-list";
import type { Column, PhoneCard } from "@/components/table/column";
import type { ColumnType, KindInfo, KubeColumn } from "@/lib/schemas/kube-kind";
import { objectHref } from "../cluster-links";
import { ObjectMenu } from "./object-menu";
import { RowState } from "./row-state";
import { ValueCell } from "./value-cell";

interface Context {
  readonly clusterId: string;
  readonly info: KindInfo;
  readonly kinds: readonly KindInfo[];
  readonly columns: readonly KubeColumn[];
  /** Rows are virtual, and so of one height. */
  readonly oneLine: boolean;
}

const WIDTHS: Partial<Record<ColumnType, string>> = {
  status: "26%",
  number: "84px",
  bytes: "96px",
  time: "76px",
  flag: "84px",
};

const ALIGNED = new Set<ColumnType>(["number", "bytes", "time"]);

/** Which object a row of a kind's list is. */
export const refOf = (info: KindInfo, row: ListedObject) => ({
  apiVersion: info.apiVersion,
  kind: info.kind,
  namespace: row.namespace,
  name: row.name,
});

/** The columns of any kind's table: the name leads to the object, the rest is shown by its type. */
export function useKindColumns(context: Context): readonly Column<ListedObject>[] {
  const { clusterId, info } = context;
  const words = useMessages().cluster.kinds;
  return [
    ...context.columns.map((column) => toColumn(column, context)),
    {
      ...{ id: "actions", head: words.rowMenu(info.label), quietHead: true, width: "44px" },
      cell: (row) => <ObjectMenu clusterId={clusterId} info={info} target={refOf(info, row)} />,
    },
  ];
}

function toColumn(column: KubeColumn, context: Context): Column<ListedObject> {
  const { clusterId, info, kinds, oneLine } = context;
  const { id, label, type, sortable } = column;
  const base = {
    id,
    head: label,
    sortable,
    ...(WIDTHS[type] === undefined ? {} : { width: WIDTHS[type] }),
    ...(ALIGNED.has(type) ? { align: "end" as const } : {}),
  };
  if (id === "name")
    return {
      ...base,
      width: "24%",
      cell: (row) => (
        <Link
          href={objectHref(clusterId, refOf(info, row))}
          className="block max-w-[44ch] truncate"
        >
          <ObjectName name={row.name} generated={row.owner !== ""} />
        </Link>
      ),
    };
  return {
    ...base,
    cell: (row) => (
      <ValueCell
        type={type}
        value={row[id]}
        {...{ clusterId, kinds, oneLine, namespace: row.namespace }}
      />
    ),
  };
}

/** The same on a phone: name, namespace, state. */
export function kindCard(row: ListedObject): PhoneCard {
  return {
    title: <ObjectName name={row.name} generated={row.owner !== ""} />,
    meta: row.status !== null && row.status.why !== "" ? row.status.why : row.namespace,
    ...(row.status === null ? {} : { status: <RowState status={row.status} brief /> }),
  };
}
