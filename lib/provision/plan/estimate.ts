interface Timed {
  readonly id: string;
  readonly hostId: string;
  readonly lane: string;
  readonly after: readonly string[];
  readonly typicalMs: number;
}

/**
 * How long the pending nodes take, in ms: every node starts when its predecessors are done and its
 * lane is free. `nodes` in topological order; nodes for which `isPending` is false cost nothing.
 */
export function estimateMs<N extends Timed>(
  nodes: readonly N[],
  isPending: (node: N) => boolean,
): number {
  const ends = new Map<string, number>();
  const laneFree = new Map<string, number>();
  for (const node of nodes) {
    const lane = `${node.hostId}/${node.lane}`;
    const ready = Math.max(laneFree.get(lane) ?? 0, ...node.after.map((id) => ends.get(id) ?? 0));
    const end = ready + (isPending(node) ? node.typicalMs : 0);
    ends.set(node.id, end);
    laneFree.set(lane, end);
  }
  return Math.max(0, ...ends.values());
}
