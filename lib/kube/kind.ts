import type {
  KindGroup,
  KubeAction,
  KubeColumn,
  KindInfo,
  RowStatus,
} from "@/lib/schemas/kube-kind";
import { COMMON_COLUMNS, columnKey, hidden, type OwnColumn } from "./column";
import type { KubeObject } from "./kube-object";
import { isBad, toneRank } from "./row-status";

/** What every row of every list has. */
export interface KubeRow {
  readonly uid: string;
  readonly name: string;
  /** Empty for objects that belong to no namespace. */
  readonly namespace: string;
  /** ISO 8601, UTC; empty when the API did not say. */
  readonly createdAt: string;
  readonly labels: Readonly<Record<string, string>>;
  /** "ReplicaSet/nginx-7d8f9c6b5": what made it and will remove it; empty when nothing. */
  readonly owner: string;
}

/** A row whose state is told by its object alone. */
export interface StatusRow extends KubeRow {
  readonly status: RowStatus;
}

/** What rows are ordered by; text compares by code point, so that order never depends on a locale. */
export type SortKey = string | number;

/** How the API serves a kind. */
export interface KubeResource {
  /** "v1", "apps/v1" */
  readonly apiVersion: string;
  /** "Deployment" */
  readonly kind: string;
  /** "deployments" */
  readonly plural: string;
  readonly namespaced: boolean;
}

/** One value, or several, or none. */
export type FilterValues = string | readonly string[];

interface KindParts<Row extends KubeRow> {
  readonly resource: KubeResource;
  /** In addresses, topics and the API; the plural when left out. */
  readonly name?: string;
  /** "Deployments" */
  readonly label: string;
  readonly group: KindGroup;
  /** Keeps what the pages show of an object and drops the rest. */
  readonly project: (object: KubeObject) => Row;
  /** Left out for kinds that have no state. */
  readonly status?: (row: Row) => RowStatus | null;
  /** Its names are made up and say nothing: the column is only for who chooses it. */
  readonly nameless?: true;
  /** Its own columns; name, namespace, status, labels and age come by themselves. */
  readonly columns: readonly OwnColumn<Row>[];
  /** Sorts besides those of the columns, or other keys for them. */
  readonly sorts?: Readonly<Record<string, (row: Row) => SortKey>>;
  /** "trouble" when left out, or "name" for kinds without a state. */
  readonly defaultSort?: string;
  /** Names of other kinds that its rows are shown with: when those change, so does its list. */
  readonly joins?: readonly string[];
  /** Exact filters besides namespace, status, trouble and owner. */
  readonly filters?: Readonly<Record<string, (row: Row) => FilterValues>>;
  /** What the search box looks through besides name, namespace, labels and status. */
  readonly searchText?: (row: Row) => readonly string[];
  readonly actions: readonly KubeAction[];
  /** Those of the actions that this row allows; all of them when left out. */
  readonly actionsFor?: (row: Row) => readonly KubeAction[];
  /** Makes one row of several, for kinds whose objects repeat each other. */
  readonly collapse?: (rows: Iterable<Row>) => readonly Row[];
}

/** A kind of object the panel can list. Its methods take its own rows only. */
export interface Kind<Row extends KubeRow = KubeRow> {
  readonly name: string;
  readonly resource: KubeResource;
  /** Where the API lists it over all namespaces. */
  readonly path: string;
  readonly info: KindInfo;
  readonly columns: readonly KubeColumn[];
  readonly defaultSort: string;
  readonly filterNames: readonly string[];
  /** Filters whose values a menu can offer. */
  readonly facetNames: readonly string[];
  readonly joins: readonly string[];
  project(object: KubeObject): Row;
  status(row: Row): RowStatus | null;
  searchText(row: Row): readonly string[];
  hasSort(column: string): boolean;
  sortKey(row: Row, column: string): SortKey;
  filterValues(row: Row, filter: string): FilterValues;
  actionsFor(row: Row): readonly KubeAction[];
  collapse(rows: Iterable<Row>): Iterable<Row>;
}

/** Makes a kind from its parts. A kind is one file in `kinds/` and one line in `kinds.ts`. */
export function defineKind<Row extends KubeRow>(parts: KindParts<Row>): Kind<Row> {
  const { resource, name = parts.resource.plural } = parts;
  const columns = columnsOf(parts);
  const status = rememberStatus(parts.status);
  const filters = filtersOf(parts, status);
  const sorts = sortsOf(parts, columns, status);
  const { label, group, actions } = parts;
  return {
    name,
    resource,
    columns,
    path: listPath(resource),
    info: {
      ...{ name, group, label, actions, columns },
      ...{ apiVersion: resource.apiVersion, kind: resource.kind, namespaced: resource.namespaced },
      filters: Object.keys(filters),
    },
    defaultSort: parts.defaultSort ?? (parts.status === undefined ? "name" : "trouble"),
    filterNames: Object.keys(filters),
    // As many owners as rows: that is no menu.
    facetNames: Object.keys(filters).filter((filter) => filter !== "owner"),
    joins: parts.joins ?? [],
    project: (object) => parts.project(object),
    status,
    searchText: (row) => [
      row.name,
      row.namespace,
      status(row)?.word ?? "",
      ...Object.entries(row.labels).map(([key, value]) => `${key}=${value}`),
      ...(parts.searchText?.(row) ?? []),
    ],
    hasSort: (column) => Object.hasOwn(sorts, column),
    sortKey: (row, column) => sorts[column]?.(row) ?? "",
    filterValues: (row, filter) => filters[filter]?.(row) ?? [],
    actionsFor: (row) => parts.actionsFor?.(row) ?? actions,
    collapse: (rows) => parts.collapse?.(rows) ?? rows,
  };
}

/** Filters, sorts and texts ask for it again and again; a row never changes. */
function rememberStatus<Row extends KubeRow>(of: ((row: Row) => RowStatus | null) | undefined) {
  if (of === undefined) return () => null;
  const known = new WeakMap<Row, RowStatus | null>();
  return (row: Row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const status = of(row);
    known.set(row, status);
    return status;
  };
}

/** "/apis/apps/v1/deployments", "/api/v1/pods". Source: Kubernetes API concepts, "Resource URIs". */
const listPath = ({ apiVersion, plural }: KubeResource) => `${apiRoot(apiVersion)}/${plural}`;

/** "/api/v1" or "/apis/apps/v1". */
export const apiRoot = (apiVersion: string): string =>
  apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

function columnsOf<Row extends KubeRow>(parts: KindParts<Row>) {
  const { resource, status, columns } = parts;
  const { name, namespace, status: state, owner, labels, age } = COMMON_COLUMNS;
  const own = columns.some(({ id }) => id === "owner") ? [] : [owner];
  return [
    parts.nameless === true ? hidden(name) : name,
    ...(resource.namespaced ? [namespace] : []),
    ...(status === undefined ? [] : [state]),
    ...columns,
    ...own,
    labels,
    age,
  ];
}

function filtersOf<Row extends KubeRow>(
  { resource, filters = {} }: KindParts<Row>,
  status: (row: Row) => RowStatus | null,
): Readonly<Record<string, (row: Row) => FilterValues>> {
  return {
    ...(resource.namespaced ? { namespace: (row: Row) => row.namespace } : {}),
    status: (row) => status(row)?.word ?? [],
    trouble: (row) => (isBad(status(row)) ? "yes" : []),
    owner: (row) => row.owner,
    ...filters,
  };
}

function sortsOf<Row extends KubeRow>(
  { sorts, status: state }: KindParts<Row>,
  columns: readonly KubeColumn[],
  status: (row: Row) => RowStatus | null,
): Readonly<Record<string, (row: Row) => SortKey>> {
  const rank = (row: Row) => toneRank(status(row));
  const own = columns
    .filter(({ sortable, id }) => sortable && id !== "status")
    .map(({ id, type }) => [id, (row: Row) => columnKey(type, row[id as keyof Row])] as const);
  const age = (row: Row) => ageKey(row);
  const common = state === undefined ? { age } : { age, trouble: rank, status: rank };
  return { ...Object.fromEntries(own), ...common, ...sorts };
}

/** The fields every row begins with. */
export const rowBase = ({ metadata }: KubeObject): KubeRow => {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  const { kind, name } = owner ?? metadata.ownerReferences?.[0] ?? {};
  return {
    uid: metadata.uid,
    name: metadata.name,
    namespace: metadata.namespace ?? "",
    createdAt: metadata.creationTimestamp ?? "",
    labels: metadata.labels ?? NO_LABELS,
    owner: kind === undefined ? "" : `${kind}/${name}`,
  };
};

const NO_LABELS: KubeRow["labels"] = {};

/** Youngest first when ascending, as `AGE` is read. */
const ageKey = (row: KubeRow): SortKey => -(Date.parse(row.createdAt) || 0);
