import { fail, ok, type Result } from "@/lib/core/result";
import type { ClusterRow, ClusterState } from "@/lib/schemas/cluster";
import { clusterSpec } from "@/lib/schemas/cluster-spec";
import { role } from "@/lib/schemas/role";
import type { Database } from "@/server/db/client";

/** What a cluster's row is read with. */
export const CLUSTER_INCLUDE = {
  members: { include: { host: true }, orderBy: { position: "asc" as const } },
  jobs: { where: { state: { in: ["queued", "running"] } }, select: { id: true } },
};

const load = (db: Database, id: string) =>
  db.cluster.findUnique({ where: { id }, include: CLUSTER_INCLUDE });
export type StoredCluster = NonNullable<Awaited<ReturnType<typeof load>>>;

/** The stored cluster as the API shows it. */
export const clusterRow = (stored: StoredCluster): ClusterRow => ({
  id: stored.id,
  name: stored.name,
  state: stored.state as ClusterState,
  spec: clusterSpec.parse(JSON.parse(stored.spec)),
  members: stored.members.map((member) => ({
    hostId: member.hostId,
    hostName: member.host.name,
    address: member.host.address,
    role: role.parse(member.role),
    position: member.position,
  })),
  runningJobId: stored.jobs[0]?.id ?? null,
  createdAt: stored.createdAt.toISOString(),
});

/** The cluster, or `object.not-found`. */
export async function findCluster(db: Database, id: string): Promise<Result<StoredCluster>> {
  const stored = await load(db, id);
  return stored === null ? clusterGone() : ok(stored);
}

/** What whoever asks for a cluster that was deleted is told. */
export const clusterGone = (): Result<never> =>
  fail({
    code: "object.not-found",
    detail: "This cluster does not exist any more.",
    remedies: ["Go back to the list of clusters."],
  });
