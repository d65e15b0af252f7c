import type { Result } from "@/lib/core/result";
import type { BulkProgress } from "@/lib/schemas/kube-bulk";
import type { Container } from "@/server/container";
import type { Asking } from "./kube-writer";

/** Ends a change of many objects: what has not begun is left alone. */
export async function cancelBulk(
  { audit, bulks }: Pick<Container, "audit" | "bulks">,
  { clusterId, user, address }: Asking,
  id: string,
): Promise<Result<BulkProgress>> {
  const cancelled = bulks.cancel(clusterId, id);
  if (!cancelled.ok) return cancelled;
  await audit.record({
    actor: { id: user.id, name: user.name },
    address,
    action: "kube.bulk-cancel",
    object: `cluster:${clusterId}`,
    detail: { action: cancelled.value.action, objects: cancelled.value.items.length },
  });
  return cancelled;
}
