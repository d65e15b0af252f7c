import type { Facet, KubeQuery } from "@/lib/schemas/kube";
import type { Kind, KubeRow, SortKey } from "./kind";

/** What of a query decides which rows match. */
type Filters = Pick<KubeQuery, "search" | "namespace" | "status" | "node" | "role" | "trouble">;

/** Rows that match every word and every filter, in order. Pure; a few milliseconds for 5,000 rows. */
export function selectRows<Row extends KubeRow>(
  kind: Kind<Row>,
  rows: Iterable<Row>,
  query: KubeQuery,
): readonly Row[] {
  const matching: Row[] = [];
  const test = matcher(kind, query);
  for (const row of rows) if (test(row)) matching.push(row);
  return sortRows(kind, matching, query);
}

/** The rows of one page, counted from 1. A page after the last one is empty. */
export const pageOf = <Row>(rows: readonly Row[], { page, pageSize }: KubeQuery): readonly Row[] =>
  rows.slice((page - 1) * pageSize, page * pageSize);

function matcher<Row extends KubeRow>(kind: Kind<Row>, query: Filters): (row: Row) => boolean {
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  const filters = kind.filterNames.flatMap((name) => {
    const wanted = query[name as keyof Filters];
    return wanted ? [{ name, wanted }] : [];
  });
  return (row) => {
    if (!filters.every(({ name, wanted }) => kind.filterValues(row, name).includes(wanted)))
      return false;
    if (words.length === 0) return true;
    const text = kind.searchText(row).join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function sortRows<Row extends KubeRow>(
  kind: Kind<Row>,
  rows: readonly Row[],
  { sort, order }: KubeQuery,
): readonly Row[] {
  const column = kind.hasSort(sort) ? sort : kind.defaultSort;
  const sign = order === "desc" && kind.hasSort(sort) ? -1 : 1;
  return rows
    .map((row) => ({ row, key: kind.sortKey(row, column) }))
    .sort((a, b) => sign * compare(a.key, b.key) || byName(a.row, b.row))
    .map(({ row }) => row);
}

/** Not by locale: that is slower by far, and the order would depend on who asks. */
const compare = (a: SortKey, b: SortKey) => Number(a > b) - Number(a < b);

/** Rows that are equal keep one order, so that a page never shuffles under the reader. */
const byName = (a: KubeRow, b: KubeRow) =>
  compare(a.namespace, b.namespace) || compare(a.name, b.name);

/** What the filters above the list offer: every value with its count, commonest first. */
export function facetsOf<Row extends KubeRow>(
  kind: Kind<Row>,
  rows: Iterable<Row>,
): Record<string, Facet[]> {
  const counts = Object.fromEntries(
    kind.facetNames.map((name) => [name, new Map<string, number>()]),
  );
  for (const row of rows)
    for (const name of kind.facetNames)
      for (const value of kind.filterValues(row, name))
        counts[name]?.set(value, (counts[name].get(value) ?? 0) + 1);
  return Object.fromEntries(
    Object.entries(counts).map(([name, values]) => [name, sortedFacets(values)]),
  );
}

const sortedFacets = (values: ReadonlyMap<string, number>): Facet[] =>
  [...values]
    .filter(([value]) => value !== "")
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value));
