import { fail, ok, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { findBuiltCluster } from "./cluster-row";

/** Forgets a draft. A cluster that has touched hosts is deleted by a job instead. */
export async function discardDraft(
  { db, bus }: Pick<Container, "db" | "bus">,
  id: string,
): Promise<Result<void>> {
  const stored = await findBuiltCluster(db, id, "Deleting it");
  if (!stored.ok) return stored;
  if (stored.value.state !== "draft") {
    return fail({
      code: "job.state",
      detail: `${stored.value.name} exists on its hosts, so it cannot simply be forgotten.`,
      remedies: ["Use Delete cluster: a job brings its hosts back to bare."],
    });
  }
  await db.cluster.delete({ where: { id } });
  bus.emit("hosts.changed", {});
  return ok(undefined);
}
