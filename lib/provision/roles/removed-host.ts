import { planNode, type NodeId, type PlanNode } from "@/lib/provision/plan/plan";
import { cleanK3sStep } from "@/lib/provision/steps/clean-k3s";
import { hostsBlockGoneStep } from "@/lib/provision/steps/hosts-block-gone";
import { pathsGoneStep } from "@/lib/provision/steps/paths-gone";
import { stopServiceStep } from "@/lib/provision/steps/stop-service";
import { SYSCTL_PATH } from "@/lib/provision/steps/sysctl";
import type { PlanHost } from "./inventory";
import { UNIT } from "./k3s-files";
import { nodeId, on } from "./layout";

/**
 * The panel's own traces: notes about pushed files, and the previous versions of files it replaced,
 * secrets among them. Its lock stays: the job that runs this holds it.
 */
export const TRACES = ["/var/lib/gandalf/artifacts", "/var/lib/gandalf/previous"];

/** Stops k3s on a host that leaves. */
export function stopK3sNode(
  host: PlanHost & { role: "server" | "agent" },
  after: readonly NodeId[],
): PlanNode {
  return planNode(
    stopServiceStep,
    {
      unit: UNIT[host.role],
      why: "A running node would register again as soon as it was deleted.",
    },
    on(host, "k3s.stop", after),
  );
}

/** Takes k3s and the panel's files off a host. */
export function cleanK3sNodes(host: PlanHost, after: readonly NodeId[]): readonly PlanNode[] {
  return [
    planNode(cleanK3sStep, {}, on(host, "k3s.clean", after)),
    ...forgetNodes(host, [SYSCTL_PATH, ...TRACES], [nodeId(host, "k3s.clean")]),
  ];
}

/** Takes the panel's own files off a host, last of all. */
export function forgetNodes(
  host: PlanHost,
  paths: readonly string[],
  after: readonly NodeId[],
): readonly PlanNode[] {
  return [
    planNode(hostsBlockGoneStep, {}, on(host, "host.hosts", after)),
    planNode(
      pathsGoneStep,
      {
        paths,
        what: "the panel's files",
        why: "Nothing of the panel's stays: its settings, its notes, and earlier versions of files it replaced.",
      },
      on(host, "host.traces", [...after, nodeId(host, "host.hosts")]),
    ),
  ];
}
