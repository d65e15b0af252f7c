import type { ColumnType, KubeColumn } from "@/lib/schemas/kube-kind";
import type { KubeRow, SortKey } from "./kind";

/** A column of a kind: its id is a field of the row. */
export type OwnColumn<Row> = KubeColumn & { readonly id: keyof Row & string };

/** A column under its field's name. Every type but labels can be sorted by. */
export const column = <Id extends string>(
  id: Id,
  label: string,
  type: ColumnType = "text",
): KubeColumn & { readonly id: Id } => ({
  ...{ id, label, type },
  sortable: type !== "labels",
  shown: true,
});

/** The same, but only for who chooses it. */
export const hidden = <Own extends KubeColumn>(own: Own): Own => ({ ...own, shown: false });

/** What every list can show. */
export const COMMON_COLUMNS = {
  name: column("name", "Name"),
  namespace: column("namespace", "Namespace"),
  status: column("status", "Status", "status"),
  owner: hidden(column("owner", "Owner", "reference")),
  labels: hidden(column("labels", "Labels", "labels")),
  /** Its value is the row's `createdAt`. */
  age: column("createdAt", "Age", "time"),
} as const satisfies Record<string, OwnColumn<KubeRow & { status: unknown }>>;

/** What a value sorts by. Times sort youngest first, as ages are read. */
export function columnKey(type: ColumnType, value: unknown): SortKey {
  if (type === "time") return -(Date.parse(String(value)) || 0);
  if (type === "number" || type === "bytes") return typeof value === "number" ? value : -1;
  if (type === "flag") return value === true ? 0 : 1;
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : "";
}
