import { fail, ok, type Result } from "@/lib/core/result";
import type { NodeId, Plan } from "./plan";

const known = (ids: readonly NodeId[] = [], plan: Plan) => ids.filter((id) => plan.nodes.has(id));

/** A topological order (Kahn). A cycle or an edge to nowhere is a bug in a role, reported with its nodes. */
export function orderPlan(plan: Plan): Result<readonly NodeId[]> {
  const waiting = new Map(
    [...plan.nodes.values()].map((n) => [n.id, new Set([...n.after, ...known(n.behind, plan)])]),
  );
  const order: NodeId[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, after]) => after.size === 0).map(([id]) => id);
    if (ready.length === 0) {
      return fail({
        code: "plan.cycle",
        detail: `These steps wait for each other: ${[...waiting.keys()].join(", ")}.`,
        remedies: ["This is a bug in the panel: report it with the exported plan."],
      });
    }
    for (const id of ready) {
      order.push(id);
      waiting.delete(id);
    }
    for (const after of waiting.values()) for (const id of ready) after.delete(id);
  }
  return ok(order);
}
