import type { Role } from "@/lib/schemas/role";

const MIB = 1024 * 1024;

/**
 * Memory that a role needs before any pod runs.
 * Source: K3s documentation, "Resource profiling", Raspberry Pi 4B: server with SQL 1,588 MB, agent
 * 268 MB. HAProxy and MariaDB: an allowance of ours for the distribution, the daemon and MariaDB's
 * default buffer pool of 128 MB.
 */
export const ROLE_MEMORY_BYTES = {
  "load-balancer": 200 * MIB,
  datastore: 600 * MIB,
  server: 1_588 * MIB,
  agent: 268 * MIB,
} as const satisfies Record<Role, number>;

/**
 * What k3s asks of a server. A "2 GB" machine reports less: firmware and the kernel keep some.
 * Source: K3s documentation, "Requirements": 2 cores and 2 GB for a server.
 */
export const SERVER_COMFORT_BYTES = 1_800 * MIB;

/** Whether a host's memory carries a role; a host whose memory is not known gets the benefit. */
export const carries = (memoryBytes: number | null, role: Role): boolean =>
  memoryBytes === null || memoryBytes >= ROLE_MEMORY_BYTES[role];
