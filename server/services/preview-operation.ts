import { ok, type Result } from "@/lib/core/result";
import { previewPlan } from "@/lib/provision/engine/preview-plan";
import { estimateMs } from "@/lib/provision/plan/estimate";
import type { Operation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";
import type { Container } from "@/server/container";
import { prepareOperation } from "@/server/jobs/load-operation";

/** Dry run of an operation on the hosts as they are now. Nothing is touched. */
export async function previewOperation(
  c: Container,
  clusterId: string,
  operation: Operation,
): Promise<Result<PlanView>> {
  const prepared = await prepareOperation(clusterId, operation, c);
  if (!prepared.ok) return prepared;
  const hosts = c.ssh.forReading();
  const startedMs = c.clock.nowMs();
  try {
    const nodes = await previewPlan(prepared.value.plan, (id) => hosts.hostFor(id));
    if (!nodes.ok) return nodes;
    const endedMs = c.clock.nowMs();
    return ok({
      nodes: nodes.value,
      readMs: endedMs - startedMs,
      readAt: new Date(endedMs).toISOString(),
      hosts: new Set(nodes.value.map((node) => node.hostId)).size,
      estimateMs: estimateMs(nodes.value, (node) => node.state !== "in-sync"),
    });
  } finally {
    await hosts.close();
  }
}
