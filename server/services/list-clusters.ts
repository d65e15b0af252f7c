import type { ClusterRow } from "@/lib/schemas/cluster";
import type { Database } from "@/server/db/client";
import { CLUSTER_INCLUDE, clusterRow } from "./cluster-row";

/** All clusters by name, drafts included. */
export async function listClusters(db: Database): Promise<readonly ClusterRow[]> {
  const stored = await db.cluster.findMany({ include: CLUSTER_INCLUDE, orderBy: { name: "asc" } });
  return stored.map(clusterRow);
}
