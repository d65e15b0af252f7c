import type { KubeObject } from "./kube-object";

/** What every row of every list has. */
export interface KubeRow {
  readonly uid: string;
  readonly name: string;
  /** Empty for objects that belong to no namespace. */
  readonly namespace: string;
  /** ISO 8601, UTC; empty when the API did not say. */
  readonly createdAt: string;
}

/** What rows are ordered by; text compares by code point, so that order never depends on a locale. */
export type SortKey = string | number;

interface KindParts<Row extends KubeRow> {
  /** Where the API lists it over all namespaces. */
  readonly path: string;
  /** Keeps what the pages show of an object and drops the rest. */
  readonly project: (object: KubeObject) => Row;
  /** What the search box looks through. */
  readonly searchText: (row: Row) => readonly string[];
  /** Columns that can be sorted by. */
  readonly sorts: Readonly<Record<string, (row: Row) => SortKey>>;
  readonly defaultSort: string;
  /** Names of other kinds that its rows are shown with: when those change, so does its list. */
  readonly joins?: readonly string[];
  /** Exact filters, and what the menus above the list offer. */
  readonly filters: Readonly<Record<string, (row: Row) => string | readonly string[]>>;
}

/** A kind of object the panel can list. Its methods take its own rows only. */
export interface Kind<Row extends KubeRow = KubeRow> {
  readonly path: string;
  readonly defaultSort: string;
  readonly filterNames: readonly string[];
  readonly joins: readonly string[];
  project(object: KubeObject): Row;
  searchText(row: Row): readonly string[];
  hasSort(column: string): boolean;
  sortKey(row: Row, column: string): SortKey;
  filterValues(row: Row, filter: string): readonly string[];
}

/** Makes a kind from its parts. A kind is one file in `kinds/` and one line in `kinds.ts`. */
export function defineKind<Row extends KubeRow>(parts: KindParts<Row>): Kind<Row> {
  return {
    path: parts.path,
    defaultSort: parts.defaultSort,
    filterNames: Object.keys(parts.filters),
    joins: parts.joins ?? [],
    project: (object) => parts.project(object),
    searchText: (row) => parts.searchText(row),
    hasSort: (column) => Object.hasOwn(parts.sorts, column),
    sortKey: (row, column) => parts.sorts[column]?.(row) ?? "",
    filterValues: (row, filter) => [parts.filters[filter]?.(row) ?? []].flat(),
  };
}

/** The four fields every row begins with. */
export const rowBase = ({ metadata }: KubeObject): KubeRow => ({
  uid: metadata.uid,
  name: metadata.name,
  namespace: metadata.namespace ?? "",
  createdAt: metadata.creationTimestamp ?? "",
});

/** Youngest first when ascending, as `AGE` is read. */
export const ageKey = (row: KubeRow): SortKey => -(Date.parse(row.createdAt) || 0);
