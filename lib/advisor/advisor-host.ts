import type { Role } from "@/lib/schemas/role";

/** What a host's root disk is made of, as far as it matters here. */
export type DiskKind = "sd" | "hdd" | "ssd" | "unknown";

/** The few facts of a host that decide which role fits it. null: not read yet. */
export interface AdvisorHost {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly memoryBytes: number | null;
  readonly disk: DiskKind;
  /** The machine's own id; two hosts with the same one are one machine under two addresses. */
  readonly machineId: string | null;
}

/** Who does what: host id → role; null: chosen, but left without a role. */
export type Assignment = Readonly<Record<string, Role | null>>;

/** The hosts that have a role, in the order in which they were chosen. */
export const hostsOf = (hosts: readonly AdvisorHost[], roles: Assignment, role: Role) =>
  hosts.filter((host) => roles[host.id] === role);
