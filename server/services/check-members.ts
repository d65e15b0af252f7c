import { fail, ok, type Result } from "@/lib/core/result";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Role } from "@/lib/schemas/role";
import type { Database } from "@/server/db/client";

/** How many hosts of each role a topology takes. */
const COUNTS: Readonly<
  Record<ClusterSpec["topology"], Readonly<Record<Role, readonly [number, number]>>>
> = {
  "ha-external-database": {
    "load-balancer": [1, 1],
    datastore: [1, 1],
    server: [1, 16],
    agent: [0, 60],
  },
  "single-server": { "load-balancer": [0, 0], datastore: [0, 0], server: [1, 1], agent: [0, 60] },
};

const refuse = (detail: string, remedy: string): Result<never> =>
  fail({
    code: "input.invalid",
    detail,
    remedies: [remedy],
    fields: { members: `${detail} ${remedy}` },
  });

/** Roles fit the topology; every host exists, appears once, and is in no other cluster. */
export async function checkMembers(
  db: Database,
  spec: ClusterSpec,
  clusterId: string | null,
): Promise<Result<void>> {
  for (const [role, [least, most]] of Object.entries(COUNTS[spec.topology])) {
    const count = spec.members.filter((member) => member.role === role).length;
    if (count < least) return refuse(`No host has the role ${role}.`, "Give it to one.");
    if (count > most)
      return refuse(`${count} hosts have the role ${role}.`, `Leave it at ${most}.`);
  }
  const ids = spec.members.map((member) => member.hostId);
  if (new Set(ids).size < ids.length) return refuse("A host appears twice.", "Give it one role.");
  const hosts = await db.host.findMany({ where: { id: { in: ids } }, include: { members: true } });
  if (hosts.length < ids.length)
    return refuse("A chosen host was removed.", "Choose the hosts again.");
  const taken = hosts.find((host) => host.members.some((m) => m.clusterId !== clusterId));
  if (taken !== undefined)
    return refuse(
      `${taken.name} is in another cluster.`,
      "Remove it there first, or choose another.",
    );
  return ok(undefined);
}
