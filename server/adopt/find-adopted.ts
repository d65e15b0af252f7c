import { fail, ok, type Result } from "@/lib/core/result";
import type { AdoptedCluster } from "@/lib/schemas/cluster";
import type { Database } from "@/server/db/client";
import { clusterRow, findCluster } from "@/server/services/cluster-row";

/** The adopted cluster of that id. */
export async function findAdopted(db: Database, id: string): Promise<Result<AdoptedCluster>> {
  const stored = await findCluster(db, id);
  if (!stored.ok) return stored;
  const row = clusterRow(stored.value);
  if (row.origin === "adopted") return ok(row);
  return fail({
    code: "object.conflict",
    detail: `${row.name} was built by this panel: it has no kubeconfig of its own to look after.`,
    remedies: ["Change it by its settings and jobs."],
  });
}
