import { fail, type Result } from "@/lib/core/result";
import { K3S_BINARY } from "@/lib/provision/facts/kubectl";
import type { NodePods } from "@/lib/provision/facts/node-pods";
import type { Action, Decision } from "@/lib/provision/step";
import type { Argv } from "@/lib/shell/argv";

const DRAIN_SECONDS = 300;
/** The command ends by itself first, and says which pods are in its way. */
const DRAIN_TIMEOUT_MS = (DRAIN_SECONDS + 60) * 1_000;
const NAMES_SHOWN = 8;

const drain = (node: string): Argv => [
  K3S_BINARY,
  "kubectl",
  "drain",
  node,
  "--ignore-daemonsets",
  "--delete-emptydir-data",
  `--timeout=${DRAIN_SECONDS}s`,
];

/** The rest of a drain once the node is known: refused where a pod would be lost, else the command. */
export const emptyNode = (node: string): Action & { readonly kind: "run" } => ({
  kind: "run",
  argv: drain(node),
  timeoutMs: DRAIN_TIMEOUT_MS,
  why: "move its pods elsewhere",
  long: true,
});

/** Pods that no controller would start elsewhere: kubectl refuses to drain them, and so does every job. */
export function lostPods(node: string, { bare }: NodePods): Result<Decision> | null {
  if (bare.length === 0) return null;
  return fail({
    code: "kube.invalid",
    detail: `Nothing starts ${names(bare)} again on another node, so ${node} is not drained.`,
    remedies: ["Delete them, or let a deployment own them."],
  });
}

/** What a drain does, in a line: what moves, what is lost or stays away, and which budgets are in the way. */
export function drainSummary(node: string, pods: NodePods): string {
  const parts = [
    `cordon ${node}`,
    pods.evictable.length === 0 ? "no pod to move" : `move ${names(pods.evictable)}`,
  ];
  const held = pods.budgets.filter(({ allowed }) => allowed <= 0).map(({ name }) => name);
  if (held.length > 0)
    parts.push(
      `the disruption ${held.length === 1 ? "budget" : "budgets"} ${names(held)} ${held.length === 1 ? "lets" : "let"} no pod go now: it waits ${DRAIN_SECONDS} s for that`,
    );
  if (pods.pinned.length > 0)
    parts.push(`${names(pods.pinned)} cannot run elsewhere: the volume is on ${node}`);
  if (pods.emptyDir.length > 0) parts.push(`files in emptyDir of ${names(pods.emptyDir)} are lost`);
  return parts.join("; ");
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, NAMES_SHOWN).join(", ");
  return all.length > NAMES_SHOWN ? `${shown} and ${all.length - NAMES_SHOWN} more` : shown;
}
