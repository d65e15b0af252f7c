import type { JobNode } from "@/lib/schemas/job-event";
import { trackKey } from "./tracks";

/**
 * The column of every node, from 0: right of all its predecessors, and right of what its own track does
 * before it, because a track does one thing at a time. Nodes that are ready earlier come first.
 */
export function columnsOf(nodes: readonly JobNode[]): ReadonlyMap<string, number> {
  const known = new Set(nodes.map((node) => node.id));
  const columns = new Map<string, number>();
  const trackEnd = new Map<string, number>();
  const waiting = new Set(nodes);
  const placeOf = (node: JobNode): number | null => {
    let column = trackEnd.get(trackKey(node)) ?? 0;
    for (const id of node.after) {
      if (!known.has(id)) continue;
      const before = columns.get(id);
      if (before === undefined) return null;
      column = Math.max(column, before + 1);
    }
    return column;
  };
  while (waiting.size > 0) {
    const next = earliest(waiting, placeOf);
    columns.set(next.node.id, next.column);
    trackEnd.set(trackKey(next.node), next.column + 1);
    waiting.delete(next.node);
  }
  return columns;
}

function earliest(waiting: ReadonlySet<JobNode>, placeOf: (node: JobNode) => number | null) {
  let best: { node: JobNode; column: number } | undefined;
  for (const node of waiting) {
    const column = placeOf(node);
    if (column !== null && (best === undefined || column < best.column)) best = { node, column };
  }
  if (best === undefined) throw new Error("a job's graph has a cycle");
  return best;
}
