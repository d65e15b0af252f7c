import { ask } from "@/lib/provision/fact";
import { K3S_BINARY } from "@/lib/provision/facts/kubectl";
import { nodePods } from "@/lib/provision/facts/node-pods";
import { change, defineStep, inSync, unknown } from "@/lib/provision/step";
import type { Argv } from "@/lib/shell/argv";

export interface DrainNodeInput {
  readonly node: string;
  /** The server on which this runs. */
  readonly serverName: string;
}

const DRAIN_SECONDS = 300;
/** The command ends by itself first, and says which pods are in its way. */
const DRAIN_TIMEOUT_MS = (DRAIN_SECONDS + 60) * 1_000;
const NAMES_SHOWN = 8;

/** Pods that no controller would start elsewhere are not forced: kubectl names them and refuses. */
const drain = (node: string): Argv => [
  K3S_BINARY,
  "kubectl",
  "drain",
  node,
  "--ignore-daemonsets",
  "--delete-emptydir-data",
  `--timeout=${DRAIN_SECONDS}s`,
];

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
    const shown = pods.evictable.slice(0, NAMES_SHOWN).join(", ");
    const more =
      pods.evictable.length > NAMES_SHOWN ? ` and ${pods.evictable.length - NAMES_SHOWN} more` : "";
    const what = pods.evictable.length === 0 ? "no pod to move" : `move ${shown}${more}`;
    return change(`cordon ${node}; ${what}`, {
      kind: "run",
      argv: drain(node),
      timeoutMs: DRAIN_TIMEOUT_MS,
      why: "move its pods elsewhere",
      long: true,
    });
  },
});
