import type { NodeState } from "@/lib/schemas/job-view";

/** How a wire looks: done all the way · on its way to what runs or failed · not yet. */
export type WireState = "done" | "reached" | "pending";

const DONE = new Set<NodeState>(["in-sync", "changed", "skipped"]);
const NOT_YET = new Set<NodeState>(["waiting", "blocked"]);

/** Whether nothing more is to be done for this step. */
export const isDone = (state: NodeState): boolean => DONE.has(state);

/** The look of the wire between two steps. */
export function wireState(from: NodeState, to: NodeState): WireState {
  if (!DONE.has(from) || NOT_YET.has(to)) return "pending";
  return DONE.has(to) ? "done" : "reached";
}
