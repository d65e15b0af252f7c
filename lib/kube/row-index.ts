import type { Facet, KubeQuery } from "@/lib/schemas/kube";
import type { FilterValues, Kind, KubeRow, SortKey } from "./kind";
import { matchesLabels, type LabelSelector } from "./label-selector";

/** What of a query decides which rows match, and in which order. */
export type Selection = Omit<KubeQuery, "page" | "pageSize" | "labels">;

/** Rows of one version of a kind, with what is worked out of them once, however many pages ask. */
export interface RowIndex<Row extends KubeRow = KubeRow> {
  /** All of them, repeated ones made one. */
  readonly rows: readonly Row[];
  /** Filter name → its values with their counts, commonest first. */
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
  /** Orders that were asked for, by direction and column. */
  readonly orders: ReadonlyMap<string, readonly Row[]>;
  /** Rows that match every word and every filter, in order. */
  select(query: Selection, labels?: LabelSelector): readonly Row[];
}

/** Rows keep their identity until they change, so their text is made once in their life. */
const searchTexts = new WeakMap<KubeRow, string>();

/**
 * Makes the index; orders and facets are worked out when they are first asked for. Orders of the version before are
 * mended, not made anew, where few rows changed: a busy cluster has twenty versions a second.
 */
export function createRowIndex<Row extends KubeRow>(
  kind: Kind<Row>,
  source: Iterable<Row>,
  before?: RowIndex<Row>,
): RowIndex<Row> {
  const rows = [...kind.collapse(source)];
  const orders = new Map<string, readonly Row[]>();
  let facets: Readonly<Record<string, readonly Facet[]>> | null = null;
  // Only its orders: a version that held the one before would hold all of them.
  const earlier = before?.orders;
  let difference: Difference<Row> | null = null;

  const make = (order: Order, old: readonly Row[] | undefined): readonly Row[] => {
    if (old === undefined) return sortRows(kind, rows, order);
    difference ??= differenceOf(old, rows);
    return difference.added.length > MAX_MENDED
      ? sortRows(kind, rows, order)
      : mendOrder(old, difference, comparator(kind, order));
  };

  const ordered = ({ sort, order }: Selection): readonly Row[] => {
    const column = kind.hasSort(sort) ? sort : kind.defaultSort;
    const direction = kind.hasSort(sort) ? order : "asc";
    const key = `${direction} ${column}`;
    const known = orders.get(key) ?? make({ column, direction }, earlier?.get(key));
    orders.set(key, known);
    return known;
  };

  return {
    rows,
    orders,
    get facets() {
      return (facets ??= facetsOf(kind, rows));
    },
    select: (query, labels = []) => {
      const tests = testsOf(kind, query, labels);
      const inOrder = ordered(query);
      return tests.length === 0
        ? inOrder
        : inOrder.filter((row) => tests.every((test) => test(row)));
    },
  };
}

/** With more new rows than this a new sort is as fast. */
const MAX_MENDED = 200;

interface Difference<Row> {
  readonly current: ReadonlySet<Row>;
  /** Rows that are new, or that another one stood for. */
  readonly added: readonly Row[];
}

function differenceOf<Row>(old: readonly Row[], rows: readonly Row[]): Difference<Row> {
  const known = new Set(old);
  return { current: new Set(rows), added: rows.filter((row) => !known.has(row)) };
}

/** The old order without what is gone, and with what is new in its place. */
function mendOrder<Row>(
  old: readonly Row[],
  { current, added }: Difference<Row>,
  compareRows: (a: Row, b: Row) => number,
): readonly Row[] {
  const kept = old.filter((row) => current.has(row));
  const mended: Row[] = [];
  let from = 0;
  for (const row of [...added].sort(compareRows)) {
    const at = placeOf(row, kept, compareRows);
    for (; from < at; from += 1) mended.push(kept[from] as Row);
    mended.push(row);
  }
  return [...mended, ...kept.slice(from)];
}

/** How many of the sorted rows come before it. */
function placeOf<Row>(
  row: Row,
  sorted: readonly Row[],
  compareRows: (a: Row, b: Row) => number,
): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareRows(sorted[middle] as Row, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of one page, counted from 1. A page after the last one is empty. */
export const pageOf = <Row>(
  rows: readonly Row[],
  { page, pageSize }: Pick<KubeQuery, "page" | "pageSize">,
): readonly Row[] => rows.slice((page - 1) * pageSize, page * pageSize);

type Test<Row> = (row: Row) => boolean;

/** Cheapest first: texts are looked through only of rows that passed the rest. */
function testsOf<Row extends KubeRow>(
  kind: Kind<Row>,
  query: Selection,
  labels: LabelSelector,
): readonly Test<Row>[] {
  const filters = kind.filterNames.flatMap((name): readonly Test<Row>[] => {
    const wanted = query[name as keyof Selection];
    return wanted ? [(row) => hasValue(kind.filterValues(row, name), wanted)] : [];
  });
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  return [
    ...filters,
    ...(labels.length > 0 ? [(row: Row) => matchesLabels(row.labels, labels)] : []),
    ...words.map((word) => (row: Row) => searchText(kind, row).includes(word)),
  ];
}

const hasValue = (values: FilterValues, wanted: string) =>
  typeof values === "string" ? values === wanted : values.includes(wanted);

const listOf = (values: FilterValues) => (typeof values === "string" ? [values] : values);

function searchText<Row extends KubeRow>(kind: Kind<Row>, row: Row): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const text = kind.searchText(row).join("\n").toLowerCase();
  searchTexts.set(row, text);
  return text;
}

interface Order {
  readonly column: string;
  readonly direction: KubeQuery["order"];
}

function sortRows<Row extends KubeRow>(
  kind: Kind<Row>,
  rows: readonly Row[],
  { column, direction }: Order,
): readonly Row[] {
  const sign = direction === "desc" ? -1 : 1;
  return rows
    .map((row) => ({ row, key: kind.sortKey(row, column) }))
    .sort((a, b) => sign * compare(a.key, b.key) || byName(a.row, b.row))
    .map(({ row }) => row);
}

/** The same order for single rows. */
const comparator =
  <Row extends KubeRow>(kind: Kind<Row>, { column, direction }: Order) =>
  (a: Row, b: Row): number =>
    (direction === "desc" ? -1 : 1) * compare(kind.sortKey(a, column), kind.sortKey(b, column)) ||
    byName(a, b);

/** Not by locale: that is slower by far, and the order would depend on who asks. */
const compare = (a: SortKey, b: SortKey) => Number(a > b) - Number(a < b);

/** Rows that are equal keep one order, so that a page never shuffles under the reader. */
const byName = (a: KubeRow, b: KubeRow) =>
  compare(a.namespace, b.namespace) || compare(a.name, b.name);

/** More values than a menu can show; search finds the others. */
const MAX_FACET_VALUES = 200;

function facetsOf<Row extends KubeRow>(
  kind: Kind<Row>,
  rows: readonly Row[],
): Record<string, readonly Facet[]> {
  const counts = kind.facetNames.map((name) => [name, new Map<string, number>()] as const);
  for (const row of rows)
    for (const [name, values] of counts)
      for (const value of listOf(kind.filterValues(row, name)))
        values.set(value, (values.get(value) ?? 0) + 1);
  return Object.fromEntries(counts.map(([name, values]) => [name, sortedFacets(values)]));
}

const sortedFacets = (values: ReadonlyMap<string, number>): readonly Facet[] =>
  [...values]
    .filter(([value]) => value !== "")
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
    .slice(0, MAX_FACET_VALUES);
