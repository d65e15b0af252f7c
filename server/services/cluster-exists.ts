import { done, type Result } from "@/lib/core/result";
import type { Database } from "@/server/db/client";
import { clusterGone } from "./cluster-row";

/** Whether there is such a cluster, for what is asked often and needs nothing else of it. */
export async function clusterExists(db: Database, id: string): Promise<Result<void>> {
  return (await db.cluster.count({ where: { id } })) > 0 ? done : clusterGone();
}
