import type { Role } from "@/lib/schemas/role";
import type { Assignment } from "./advisor-host";

/** One click that solves a finding. */
export type Fix =
  | { readonly kind: "swap"; readonly a: string; readonly b: string }
  | { readonly kind: "move"; readonly hostIds: readonly string[]; readonly role: Role | null }
  | { readonly kind: "server-pods" }
  | { readonly kind: "use-database" };

/** What a fix may change: who does what, the servers' taint, the shape of the cluster. */
export interface Adjustable {
  readonly roles: Assignment;
  readonly serverTaint: boolean;
  readonly topology: "ha-external-database" | "single-server";
}

/** The same settings with the fix applied; everything it does not name stays. */
export function applyFix<T extends Adjustable>(settings: T, fix: Fix): T {
  switch (fix.kind) {
    case "swap":
      return { ...settings, roles: swap(settings.roles, fix.a, fix.b) };
    case "move": {
      const moved = Object.fromEntries(fix.hostIds.map((id) => [id, fix.role]));
      return { ...settings, roles: { ...settings.roles, ...moved } };
    }
    case "server-pods":
      return { ...settings, serverTaint: false };
    case "use-database":
      return { ...settings, topology: "ha-external-database" };
  }
}

const swap = (roles: Assignment, a: string, b: string): Assignment => ({
  ...roles,
  [a]: roles[b] ?? null,
  [b]: roles[a] ?? null,
});
