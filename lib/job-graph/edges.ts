import type { JobNode } from "@/lib/schemas/job-event";

/** One dependency worth drawing. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/**
 * Dependencies that no longer path already says (the transitive reduction): with them alone the order is
 * the same, and a picture of seventy steps stays readable. `nodes` need not be sorted.
 */
export function drawnEdges(nodes: readonly JobNode[]): readonly Edge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const reach = new Map<string, ReadonlySet<string>>();
  const ancestors = (id: string): ReadonlySet<string> => {
    const known = reach.get(id);
    if (known) return known;
    const found = new Set<string>();
    reach.set(id, found);
    for (const before of byId.get(id)?.after ?? []) {
      if (!byId.has(before)) continue;
      found.add(before);
      for (const further of ancestors(before)) found.add(further);
    }
    return found;
  };
  return nodes.flatMap((node) => {
    const direct = [...new Set(node.after)].filter((id) => byId.has(id));
    return direct
      .filter((id) => !direct.some((other) => other !== id && ancestors(other).has(id)))
      .map((from) => ({ from, to: node.id }));
  });
}
