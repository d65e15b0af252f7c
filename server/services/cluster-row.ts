import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { adoptedSettings } from "@/lib/schemas/adopt";
import type { BuiltCluster, ClusterRow, ClusterState } from "@/lib/schemas/cluster";
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
export function clusterRow(stored: StoredCluster): ClusterRow {
  const any = {
    id: stored.id,
    name: stored.name,
    state: stored.state as ClusterState,
    members: stored.members.map((member) => ({
      hostId: member.hostId,
      hostName: member.host.name,
      address: member.host.address,
      role: role.parse(member.role),
      position: member.position,
    })),
    runningJobId: stored.jobs[0]?.id ?? null,
    createdAt: stored.createdAt.toISOString(),
  };
  const document: unknown = JSON.parse(stored.spec);
  if (stored.origin === "adopted") {
    const adopted = adoptedSettings.parse(document);
    const { version, server: apiAddress } = adopted;
    return { ...any, origin: "adopted", adopted, version, apiAddress };
  }
  const spec = clusterSpec.parse(document);
  const { k3sVersion: version, apiAddress } = spec;
  return { ...any, origin: "built", spec, version, apiAddress };
}

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

/** The cluster, if the panel has hosts for it; `what` begins the sentence that says why it is not there otherwise. */
export async function findBuiltCluster(
  db: Database,
  id: string,
  what: string,
): Promise<Result<BuiltCluster>> {
  const stored = await findCluster(db, id);
  if (!stored.ok) return stored;
  const row = clusterRow(stored.value);
  return row.origin === "built" ? ok(row) : fail(needsHosts(row.name, what));
}

/** Why something that happens on hosts is not there for an adopted cluster. */
const needsHosts = (name: string, what: string): Problem => ({
  code: "cluster.no-hosts",
  detail: `${what} needs the hosts of ${name}, and the panel has none: it was adopted by its kubeconfig.`,
  remedies: ["Use the tools that this cluster was made with."],
});
