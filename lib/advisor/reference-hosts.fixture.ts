import type { Role } from "@/lib/schemas/role";
import type { AdvisorHost, Assignment } from "./advisor-host";
import type { AdvisorInput } from "./advise";

const GIB = 1024 ** 3;

/** A host for tests: "lb" with 1 GiB on an SSD unless told otherwise. */
export const testHost = (
  name: string,
  memoryGib: number,
  more: Partial<AdvisorHost> = {},
): AdvisorHost => ({
  id: name,
  name,
  address: `${name}.lan`,
  memoryBytes: memoryGib * GIB,
  disk: "ssd",
  machineId: name,
  ...more,
});

/** The reference cluster's hosts. */
export const referenceHosts = (): AdvisorHost[] => [
  testHost("lb", 1),
  testHost("db", 2),
  testHost("master1", 4, { disk: "sd" }),
  testHost("master2", 4, { disk: "sd" }),
  testHost("worker1", 4),
  testHost("worker2", 0.884, { disk: "sd" }),
];

/** The reference cluster's roles. */
export const referenceRoles: Assignment = {
  lb: "load-balancer",
  db: "datastore",
  master1: "server",
  master2: "server",
  worker1: "agent",
  worker2: "agent",
};

/** The reference cluster, with some roles changed. */
export const referenceInput = (roles: Record<string, Role | null> = {}): AdvisorInput => ({
  topology: "ha-external-database",
  hosts: referenceHosts(),
  roles: { ...referenceRoles, ...roles },
  serverTaint: true,
});
