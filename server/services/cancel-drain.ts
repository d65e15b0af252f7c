import type { Result } from "@/lib/core/result";
import type { DrainProgress } from "@/lib/schemas/kube-drain";
import type { Container } from "@/server/container";
import { findCluster } from "./cluster-row";
import type { Asking } from "./kube-writer";

/** Stops a drain and lets the node take pods again. Pods that left stay where they are. */
export async function cancelDrain(
  { db, audit, drains }: Pick<Container, "db" | "audit" | "drains">,
  { clusterId, user, address }: Asking,
  node: string,
): Promise<Result<DrainProgress>> {
  const stored = await findCluster(db, clusterId);
  if (!stored.ok) return stored;
  const cancelled = drains.cancel(clusterId, node);
  if (!cancelled.ok) return cancelled;
  await audit.record({
    actor: { id: user.id, name: user.name },
    address,
    action: "node.drain-cancel",
    object: `cluster:${clusterId}`,
    detail: { cluster: stored.value.name, node },
  });
  return cancelled;
}
