import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Transaction } from "@/server/db/client";

/** Stores settings and members together, so that they never disagree. */
export async function storeSpec(tx: Transaction, id: string, spec: ClusterSpec): Promise<void> {
  await tx.clusterMember.deleteMany({ where: { clusterId: id } });
  await tx.clusterMember.createMany({
    data: spec.members.map(({ hostId, role }, position) => ({
      clusterId: id,
      hostId,
      role,
      position,
    })),
  });
  await tx.cluster.update({ where: { id }, data: { name: spec.name, spec: JSON.stringify(spec) } });
}
