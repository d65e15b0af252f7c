import { ok, type Result } from "@/lib/core/result";
import { previewPlan } from "@/lib/provision/engine/preview-plan";
import { estimateMs } from "@/lib/provision/plan/estimate";
import type { Plan } from "@/lib/provision/plan/plan";
import type { ClusterOperation, HostOperation, SiteOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";
import type { Container } from "@/server/container";
import { aboutHost } from "./about-host";
import { prepareHosts } from "@/server/jobs/load-hosts";
import { prepareSite } from "@/server/network/apply/load-site";
import { prepareOperation } from "@/server/jobs/load-operation";

/** Dry run of an operation on a cluster, on the hosts as they are now. Nothing is touched. */
export async function previewOperation(
  c: Container,
  clusterId: string,
  operation: ClusterOperation,
): Promise<Result<PlanView>> {
  const prepared = await prepareOperation(clusterId, operation, c);
  return prepared.ok ? preview(c, prepared.value.plan) : prepared;
}

/** The same of an operation on hosts. */
export async function previewHostOperation(
  c: Container,
  hostId: string,
  asked: HostOperation,
): Promise<Result<PlanView>> {
  const operation = aboutHost(hostId, asked);
  if (!operation.ok) return operation;
  const prepared = await prepareHosts(operation.value, c);
  return prepared.ok ? preview(c, prepared.value.plan) : prepared;
}

/** The same of an operation on a site's network. */
export async function previewSiteOperation(
  c: Container,
  siteId: string,
  operation: SiteOperation,
): Promise<Result<PlanView>> {
  const prepared = await prepareSite({ ...operation, siteId }, c);
  return prepared.ok ? preview(c, prepared.value.plan) : prepared;
}

async function preview(c: Pick<Container, "ssh" | "clock">, plan: Plan): Promise<Result<PlanView>> {
  const hosts = c.ssh.forReading();
  const startedMs = c.clock.nowMs();
  try {
    const nodes = await previewPlan(plan, (id) => hosts.hostFor(id));
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
