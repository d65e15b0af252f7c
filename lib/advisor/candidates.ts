import type { Role } from "@/lib/schemas/role";
import type { AdvisorHost, Assignment } from "./advisor-host";
import { carries } from "./role-needs";

/** Largest memory first; hosts that were not read count as small; names settle the rest. */
export const byMemory = (a: AdvisorHost, b: AdvisorHost): number =>
  (b.memoryBytes ?? 0) - (a.memoryBytes ?? 0) ||
  a.name.localeCompare(b.name, "en", { numeric: true });

/**
 * The host that would do a role best and can be spared: one without a role first, then an agent. Hosts
 * whose memory was not read are not offered.
 */
export function candidateFor(
  role: Role,
  hosts: readonly AdvisorHost[],
  roles: Assignment,
): AdvisorHost | null {
  const fits = hosts.filter((host) => host.memoryBytes !== null && carries(host.memoryBytes, role));
  const free = fits.filter((host) => (roles[host.id] ?? null) === null);
  const agents = fits.filter((host) => roles[host.id] === "agent");
  return best(role, free) ?? best(role, agents) ?? null;
}

/** A server wants the most memory; a balancer the least that will do; a database a disk that is no card. */
function best(role: Role, hosts: readonly AdvisorHost[]): AdvisorHost | undefined {
  const sorted = hosts.toSorted(byMemory);
  if (role === "load-balancer") return sorted.at(-1);
  if (role === "datastore") return sorted.find((host) => host.disk !== "sd") ?? sorted[0];
  return sorted[0];
}
