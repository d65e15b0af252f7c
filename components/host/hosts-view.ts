import { byTrouble } from "@/lib/overview/host-order";
import type { HostRow } from "@/lib/schemas/host";
import { ROLES, type Role } from "@/lib/schemas/roles";
import { rootUsed } from "./host-figures";

/** Columns one can sort by; "findings" puts trouble first. */
export const HOST_SORTS = ["findings", "name", "address", "memory", "used"] as const;
export type HostSort = (typeof HOST_SORTS)[number];

/** What the hosts page shows; it lives in the address. */
export interface HostsView {
  readonly search: string;
  readonly role: Role | "none" | null;
  readonly sort: HostSort;
  readonly descending: boolean;
  /** The host in the drawer. */
  readonly open: string | null;
  readonly tab: "preflight" | "facts";
}

/** Reads the view from an address; what it does not know is the default. */
export function viewFrom(params: URLSearchParams): HostsView {
  const wanted = params.get("role");
  return {
    search: params.get("q") ?? "",
    role: wanted === "none" ? "none" : (ROLES.find((role) => role === wanted) ?? null),
    sort: HOST_SORTS.find((sort) => sort === params.get("sort")) ?? "findings",
    descending: params.get("order") === "desc",
    open: params.get("host"),
    tab: params.get("tab") === "facts" ? "facts" : "preflight",
  };
}

/** The address of a view; defaults are left out. */
export function viewQuery(view: HostsView): string {
  const params = new URLSearchParams();
  if (view.search !== "") params.set("q", view.search);
  if (view.role !== null) params.set("role", view.role);
  if (view.sort !== "findings") params.set("sort", view.sort);
  if (view.descending) params.set("order", "desc");
  if (view.open !== null) params.set("host", view.open);
  if (view.open !== null && view.tab !== "preflight") params.set("tab", view.tab);
  return params.toString();
}

const byText = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
const byName = (a: HostRow, b: HostRow) => byText(a.name, b.name);

const COMPARE = {
  findings: byTrouble,
  name: byName,
  address: (a, b) => byText(a.address, b.address),
  memory: (a, b) => (a.facts?.memoryBytes ?? -1) - (b.facts?.memoryBytes ?? -1) || byName(a, b),
  used: (a, b) => (rootUsed(a.facts) ?? -1) - (rootUsed(b.facts) ?? -1) || byName(a, b),
} satisfies Record<HostSort, (a: HostRow, b: HostRow) => number>;

/** The rows that a view shows, in its order. Search looks at name, address, model and role. */
export function selectHosts(rows: readonly HostRow[], view: HostsView): HostRow[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const compare = COMPARE[view.sort];
  const shown = rows.filter(
    (row) => hasRole(row, view.role) && words.every((word) => textOf(row).includes(word)),
  );
  return shown.toSorted((a, b) => (view.descending ? compare(b, a) : compare(a, b)));
}

const hasRole = (row: HostRow, wanted: HostsView["role"]) =>
  wanted === null || (wanted === "none" ? row.role === null : row.role === wanted);

const textOf = (row: HostRow) =>
  [row.name, row.address, row.role ?? "", row.facts?.model ?? "", row.clusterName ?? ""]
    .join(" ")
    .toLowerCase();
