import type { ClusterTopology } from "@/lib/schemas/cluster-spec";
import type { Role } from "@/lib/schemas/role";
import type { AdvisorHost, Assignment } from "./advisor-host";
import { byMemory } from "./candidates";
import { carries } from "./role-needs";

/** What people call their machines, by role. */
const NAMES: readonly (readonly [Role, RegExp])[] = [
  ["load-balancer", /^(lb|haproxy|balancer|load-?balancer|proxy)/i],
  ["datastore", /^(db|data(base|store)?|maria(db)?|mysql|sql)(\b|\d|-|$)/i],
  ["server", /^(master|server|control(-?plane)?|cp)(\b|\d|-|$)/i],
  ["agent", /^(worker|agent|node)(\b|\d|-|$)/i],
];

/** In the order of choosing: the smallest host balances, the next with a real disk keeps the state. */
const WANTED = {
  "ha-external-database": ["load-balancer", "datastore", "server", "server"],
  "single-server": ["server"],
} as const satisfies Record<ClusterTopology, readonly Role[]>;

/** The role that a host's name asks for, if any. */
export const roleFromName = (name: string): Role | null =>
  NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;

/** A first assignment: names first, then memory and disks; every host gets a role. */
export function defaultRoles(topology: ClusterTopology, hosts: readonly AdvisorHost[]): Assignment {
  const roles = new Map<string, Role>();
  for (const role of WANTED[topology]) {
    const free = hosts.filter((host) => !roles.has(host.id));
    const host =
      namedFor(role, free) ?? (hasNamed(role, hosts, roles) ? null : fitting(role, free));
    if (host) roles.set(host.id, role);
  }
  for (const host of hosts) if (!roles.has(host.id)) roles.set(host.id, restRole(topology, host));
  return Object.fromEntries(roles);
}

const namedFor = (role: Role, free: readonly AdvisorHost[]) =>
  free.filter((host) => roleFromName(host.name) === role).toSorted(byName)[0];

const byName = (a: AdvisorHost, b: AdvisorHost) =>
  a.name.localeCompare(b.name, "en", { numeric: true });

/** One named server is what somebody meant: a second is not taken from hosts with other names. */
const hasNamed = (role: Role, hosts: readonly AdvisorHost[], roles: Map<string, Role>) =>
  hosts.some((host) => roles.get(host.id) === role && roleFromName(host.name) === role);

/** Among hosts whose names say nothing, the best one; a host named for another role only as a last resort. */
function fitting(role: Role, free: readonly AdvisorHost[]): AdvisorHost | undefined {
  const nameless = free.filter((host) => roleFromName(host.name) === null).toSorted(byMemory);
  const agents = free.filter((host) => roleFromName(host.name) === "agent").toSorted(byMemory);
  return pick(role, nameless) ?? pick(role, agents) ?? pick(role, free.toSorted(byMemory));
}

function pick(role: Role, sorted: readonly AdvisorHost[]): AdvisorHost | undefined {
  if (role === "load-balancer") return sorted.at(-1);
  const able = sorted.filter((host) => carries(host.memoryBytes, role));
  if (role === "datastore")
    return able.findLast((host) => host.disk === "ssd") ?? able.at(-1) ?? sorted.at(-1);
  return able[0] ?? sorted[0];
}

/** Further hosts named as servers are servers too; everything else runs pods. */
const restRole = (topology: ClusterTopology, host: AdvisorHost): Role =>
  topology === "ha-external-database" && roleFromName(host.name) === "server" ? "server" : "agent";
