import type { JobView, NodeView } from "@/lib/schemas/job-view";
import { nodesOf } from "./progress";

/** What somebody clicked, and what they could know then. */
export interface StepChoice {
  readonly node: string;
  readonly attempt: number;
  /** Failures there were when it was chosen. */
  readonly failures: number;
}

/** Remembers a click, so that only a failure that came after it opens by itself. */
export const chooseStep = (view: JobView, node: string): StepChoice => ({
  node,
  attempt: view.attempt,
  failures: failed(view).length,
});

/**
 * The step whose detail is open: a failure that nobody has seen opens by itself; then what was clicked;
 * else the first failure, what runs now, or the last thing done.
 */
export function chosenStep(view: JobView, choice: StepChoice | null): NodeView | undefined {
  const failures = failed(view);
  const seen = choice?.attempt === view.attempt ? choice.failures : 0;
  if (choice === null || failures.length > seen) {
    const newest = latest(failures);
    if (newest) return choice === null ? (failures[0] ?? newest) : newest;
  }
  const clicked = choice === null ? undefined : view.nodes[choice.node];
  return clicked ?? byItself(view);
}

const failed = (view: JobView) => nodesOf(view).filter((node) => node.state === "failed");

function byItself(view: JobView): NodeView | undefined {
  const nodes = nodesOf(view);
  const running = nodes.filter((node) => node.state === "changing" || node.state === "checking");
  return latest(running) ?? latest(nodes.filter((node) => node.endedAt !== undefined)) ?? nodes[0];
}

const latest = (nodes: readonly NodeView[]) =>
  nodes.reduce<NodeView | undefined>(
    (last, node) => (last === undefined || timeOf(node) > timeOf(last) ? node : last),
    undefined,
  );

const timeOf = (node: NodeView) => Date.parse(node.endedAt ?? node.startedAt ?? "") || 0;
