import { ask } from "@/lib/provision/fact";
import { K3S_BINARY } from "@/lib/provision/facts/kubectl";
import { nodePods } from "@/lib/provision/facts/node-pods";
import { REBOOTING } from "@/lib/provision/facts/rebooting";
import { type Action, change, defineStep, inSync, unknown } from "@/lib/provision/step";
import { drainSummary, emptyNode, lostPods } from "./drain-change";
import type { RebootInput } from "./reboot-input";

export interface DrainForRebootInput extends RebootInput {
  readonly node: string;
  /** The server on which this runs. */
  readonly serverName: string;
}

/** Before the cordon, so that whoever is interrupted in between still knows whose cordon it is. */
const sign = (node: string, from: string): Action => ({
  kind: "run",
  argv: [K3S_BINARY, "kubectl", "annotate", "node", node, `${REBOOTING}=${from}`, "--overwrite"],
  timeoutMs: 30_000,
  why: "note that this job cordons it",
});

/** Moves a node's pods elsewhere before its host goes down. A node that came back in a new boot keeps its pods. */
export const drainForRebootStep = defineStep({
  id: "node.drain-for-reboot",
  typicalMs: 10_000,
  label: ({ node }: DrainForRebootInput) => `drain ${node}`,
  title: ({ node }: DrainForRebootInput) => `Move the pods off ${node}`,
  why: ({ node }: DrainForRebootInput) =>
    `The pods of ${node} start elsewhere before it goes down, no faster than their budgets allow. If one cannot move, ${node} is not rebooted and takes pods again.`,
  needs: ({ node }: DrainForRebootInput) => ({ pods: ask(nodePods, { node }) }),
  decide: ({ node, serverName, from }, { pods }) => {
    if (pods === null)
      return unknown(`the pods of ${node}, because ${serverName}'s API does not answer`);
    if (!pods.exists) return inSync(`${node} is not in the cluster`);
    if (from !== null && pods.bootId !== from) return inSync(`${node} has been rebooted`);
    if (pods.cordoned && pods.evictable.length === 0)
      return inSync(`${node} is cordoned and empty`);
    const lost = lostPods(node, pods);
    if (lost !== null) return lost;
    const empty: Action = { ...emptyNode(node), stoppable: true };
    const summary = drainSummary(node, pods);
    if (pods.cordoned) return change(summary, empty);
    return change(summary, sign(node, from ?? pods.bootId ?? ""), empty);
  },
});
