import { fail, ok, type Result } from "@/lib/core/result";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import { roleCountProblem } from "@/lib/schemas/role-counts";
import type { Database } from "@/server/db/client";

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
  const counts = roleCountProblem(
    spec.topology,
    spec.members.map(({ role }) => role),
  );
  if (counts !== null) return refuse(counts.detail, counts.remedy);
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
