import { ask } from "@/lib/provision/fact";
import { nodePods } from "@/lib/provision/facts/node-pods";
import { change, defineStep, inSync, unknown } from "@/lib/provision/step";
import { drainSummary, emptyNode, lostPods } from "./drain-change";

export interface DrainNodeInput {
  readonly node: string;
  /** The server on which this runs. */
  readonly serverName: string;
}

/** Moves a node's pods elsewhere, within their disruption budgets. What follows waits for it. */
export const drainNodeStep = defineStep({
  id: "node.drain",
  typicalMs: 10_000,
  label: ({ node }: DrainNodeInput) => `drain ${node}`,
  title: ({ node }: DrainNodeInput) => `Move the pods off ${node}`,
  why: ({ node }: DrainNodeInput) =>
    `The pods of ${node} start elsewhere before it goes, no faster than their budgets allow. If one cannot move, nothing is removed.`,
  needs: ({ node }: DrainNodeInput) => ({ pods: ask(nodePods, { node }) }),
  decide: ({ node, serverName }, { pods }) => {
    if (pods === null)
      return unknown(`the pods of ${node}, because ${serverName}'s API does not answer`);
    if (!pods.exists) return inSync(`${node} is not in the cluster`);
    if (pods.cordoned && pods.evictable.length === 0)
      return inSync(`${node} is cordoned and empty`);
    return lostPods(node, pods) ?? change(drainSummary(node, pods), emptyNode(node));
  },
});
