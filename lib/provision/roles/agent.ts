import { planNode, type PlanNode } from "@/lib/provision/plan/plan";
import { agentTokenStep } from "@/lib/provision/steps/agent-token";
import { configFileStep } from "@/lib/provision/steps/config-file";
import { k3sServiceStep } from "@/lib/provision/steps/k3s-service";
import { nodeReadyStep } from "@/lib/provision/steps/node-ready";
import { agentConfig } from "@/lib/render/k3s/agent-config";
import { baseNodes, kubernetesBaseNodes } from "./base";
import type { PlanHost } from "./inventory";
import {
  K3S_CONFIG,
  K3S_SECRETS,
  k3sFileNodes,
  restartFiles,
  restartTriggers,
  UNIT,
} from "./k3s-files";
import { idsOf, type Layout, nodeId, nodeName, on } from "./layout";

/** A k3s agent ("worker"): joins through the cluster's one address. */
export function agentNodes(host: PlanHost, layout: Layout): readonly PlanNode[] {
  const { spec, first } = layout;
  const files = [
    ...baseNodes(host, layout),
    ...kubernetesBaseNodes(host),
    ...k3sFileNodes(host, "agent", layout),
    planNode(
      configFileStep,
      {
        path: K3S_CONFIG,
        content: agentConfig({
          apiAddress: spec.apiAddress,
          nodeName: nodeName(host),
          address: host.address,
        }),
        mode: 0o600,
        why: "Where the cluster is, and under which name and address this node is known in it.",
      },
      on(host, "k3s.config"),
    ),
    planNode(
      agentTokenStep,
      { path: K3S_SECRETS, serverId: first.id, serverName: first.name },
      on(host, "k3s.secrets", [nodeId(first, "k3s.service")]),
    ),
  ];
  return [...files, ...runNodes(host, layout, files)];
}

function runNodes(
  host: PlanHost,
  { first, loadBalancer }: Layout,
  files: readonly PlanNode[],
): readonly PlanNode[] {
  const unit = UNIT.agent;
  const before = [
    ...idsOf(files).filter((id) => id !== nodeId(host, "k3s.links")),
    ...(loadBalancer === null ? [] : [nodeId(loadBalancer, "haproxy.service")]),
  ];
  return [
    planNode(
      k3sServiceStep,
      {
        unit,
        hostName: host.name,
        files: restartFiles("agent"),
        why: "Agents run the pods. This one joins through the cluster's address, so that it needs no particular server.",
      },
      { ...on(host, "k3s.service", before), triggers: restartTriggers(host) },
    ),
    planNode(
      nodeReadyStep,
      { node: nodeName(host), unit, serverId: first.id, serverName: first.name, taint: null },
      on(host, "k3s.node", [nodeId(host, "k3s.service")]),
    ),
  ];
}
