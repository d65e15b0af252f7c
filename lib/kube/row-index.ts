import type { Facet, KubeQuery } from "@/lib/schemas/kube";
import { type CountedFacets, countFacets, mendFacets } from "./facets";
import type { FilterValues, Kind, KubeRow, SortKey } from "./kind";
import { matchesLabels, type LabelSelector } from "./label-selector";
import { mendOrder, rowDifference, type RowDifference } from "./row-difference";

/** What of a query decides which rows match, and in which order. */
export type Selection = Omit<KubeQuery, "page" | "pageSize" | "labels">;

/** Rows of one version of a kind, with what is worked out of them once, however many pages ask. */
export interface RowIndex<Row extends KubeRow = KubeRow> {
  /** All of them, repeated ones made one. */
  readonly rows: readonly Row[];
  /** Filter name → its values with their counts, commonest first. */
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
  /** Rows that match every word and every filter, in order. */
  select(query: Selection, labels?: LabelSelector): readonly Row[];
}

/** Rows keep their identity until they change, so their text is made once in their life. */
const searchTexts = new WeakMap<KubeRow, string>();

/** Rows in an order, or their facets, and the version of the rows that is true of. */
interface Worked<Row, T> {
  readonly rows: readonly Row[];
  readonly result: T;
}

/** What was worked out so far, each of it of its own version: the next index mends it when it is asked for. */
interface Known<Row> {
  readonly orders: Map<string, Worked<Row, readonly Row[]>>;
  facets: Worked<Row, CountedFacets> | null;
}

const knownOf = new WeakMap<object, Known<never>>();

/**
 * Makes the index; orders and facets are worked out when they are first asked for. Those of earlier versions are
 * mended, not made anew, where few rows changed: a busy cluster has twenty versions a second.
 */
export function createRowIndex<Row extends KubeRow>(
  kind: Kind<Row>,
  source: Iterable<Row>,
  before?: RowIndex<Row>,
): RowIndex<Row> {
  const rows = [...kind.collapse(source)];
  // An index knows things of its own rows only.
  const earlier = before && (knownOf.get(before) as unknown as Known<Row> | undefined);
  const known: Known<Row> = { orders: new Map(earlier?.orders), facets: earlier?.facets ?? null };

  const ordered = ({ sort, order }: Selection): readonly Row[] => {
    const column = kind.hasSort(sort) ? sort : kind.defaultSort;
    const direction = kind.hasSort(sort) ? order : "asc";
    const key = `${direction} ${column}`;
    const result = upToDate(rows, known.orders.get(key) ?? null, {
      make: () => sortRows(kind, rows, { column, direction }),
      mend: (old, difference) =>
        mendOrder(old, difference, comparator(kind, { column, direction })),
    });
    known.orders.set(key, { rows, result });
    return result;
  };

  const facets = (): CountedFacets => {
    const result = upToDate(rows, known.facets, {
      make: () => countFacets(kind, rows),
      mend: (old, difference) => mendFacets(kind, old, difference),
    });
    known.facets = { rows, result };
    return result;
  };

  const index: RowIndex<Row> = {
    rows,
    get facets() {
      return Object.fromEntries(Object.entries(facets()).map(([name, { shown }]) => [name, shown]));
    },
    select: (query, labels = []) => {
      const tests = testsOf(kind, query, labels);
      const inOrder = ordered(query);
      return tests.length === 0
        ? inOrder
        : inOrder.filter((row) => tests.every((test) => test(row)));
    },
  };
  knownOf.set(index, known as unknown as Known<never>);
  return index;
}

/** With more changed rows than this, making it anew is as fast. */
const MAX_MENDED = 200;

interface Ways<Row, T> {
  readonly make: () => T;
  readonly mend: (old: T, difference: RowDifference<Row>) => T;
}

function upToDate<Row extends KubeRow, T>(
  rows: readonly Row[],
  worked: Worked<Row, T> | null,
  { make, mend }: Ways<Row, T>,
): T {
  if (worked === null) return make();
  if (worked.rows === rows) return worked.result;
  const difference = rowDifference(worked.rows, rows);
  const changes = difference.added.length + difference.removed.size;
  return changes > MAX_MENDED ? make() : mend(worked.result, difference);
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
