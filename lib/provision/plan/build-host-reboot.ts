import type { ManagedHost } from "@/lib/provision/roles/managed-host";
import { rebootHostStep } from "@/lib/provision/steps/reboot-host";
import { planOf } from "./converge-nodes";
import { type NodeId, type Plan, planNode, type PlanNode } from "./plan";

export interface HostRebootInput {
  readonly hosts: readonly ManagedHost[];
  /** Host id → boot that is to end; empty in a preview. */
  readonly boots: Readonly<Record<string, string>>;
  /** The boot that the panel itself runs in. */
  readonly panelBoot: string | null;
}

/** Hosts of no cluster, one after another: each is back before the next goes down. */
export function buildHostRebootPlan({ hosts, boots, panelBoot }: HostRebootInput): Plan {
  const nodes: PlanNode[] = [];
  let after: readonly NodeId[] = [];
  for (const { id, name } of hosts) {
    const meanwhile = `Nothing on ${name} answers until it is back.`;
    const node = planNode(
      rebootHostStep,
      { hostName: name, from: boots[id] ?? null, meanwhile, panelBoot },
      { hostId: id, hostName: name, key: "host.reboot", after },
    );
    nodes.push(node);
    after = [node.id];
  }
  return planOf(nodes);
}
