/** A unit of work with its ordering and exclusions. */
export interface DagNode<Id extends string> {
  readonly id: Id;
  readonly after: readonly Id[];
  /** Nodes that go first where both could, but need not succeed: it starts when they have ended, however. */
  readonly behind?: readonly Id[];
  /** Nodes sharing any of these never overlap: a lane of a host, sometimes a cluster-wide lock. */
  readonly exclusive: readonly string[];
  /** Runs also after a failure or an abort of those before it, once at least one of them has begun. */
  readonly always?: boolean;
}
export type NodeOutcome = "done" | "failed";

interface DagOptions<Id extends string> {
  /** Most nodes in flight at once, across all hosts. */
  readonly limit: number;
  /** Once aborted nothing new starts but what always runs; what runs is awaited. */
  readonly signal: AbortSignal;
  /** Once aborted nothing starts at all: somebody else goes on, or nobody does. */
  readonly abandoned: AbortSignal;
  run(id: Id): Promise<NodeOutcome>;
  blocked(id: Id, by: Id): void;
}

/**
 * Starts every node whose predecessors are done, as soon as it may, in the order of the list. Nodes
 * after a failure are blocked; the rest goes on. Nodes never started are missing from the outcomes.
 */
export async function runDag<Id extends string>(
  nodes: readonly DagNode<Id>[],
  options: DagOptions<Id>,
): Promise<ReadonlyMap<Id, NodeOutcome>> {
  const outcomes = new Map<Id, NodeOutcome>();
  const waiting = new Set(nodes);
  const running = new Map<Id, Promise<void>>();
  const begun = new Set<Id>();
  const held = new Set<string>();

  const start = (node: DagNode<Id>) => {
    waiting.delete(node);
    begun.add(node.id);
    for (const key of node.exclusive) held.add(key);
    const finish = (outcome: NodeOutcome) => {
      outcomes.set(node.id, outcome);
      running.delete(node.id);
      for (const key of node.exclusive) held.delete(key);
    };
    running.set(node.id, options.run(node.id).then(finish));
  };
  const blockTails = () => {
    for (let again = true; again;) {
      again = false;
      for (const node of waiting) {
        const by = node.after.find((id) => outcomes.get(id) === "failed");
        if (by === undefined || mayStillRun(node)) continue;
        waiting.delete(node);
        outcomes.set(node.id, "failed");
        options.blocked(node.id, by);
        again = true;
      }
    }
  };
  const mayStillRun = (node: DagNode<Id>) =>
    node.always === true && node.after.some((id) => begun.has(id) || !outcomes.has(id));
  const isDue = (node: DagNode<Id>) =>
    options.signal.aborted
      ? node.always === true &&
        node.after.some((id) => begun.has(id)) &&
        !node.after.some((id) => running.has(id))
      : node.after.every((id) => outcomes.has(id)) &&
        (node.behind ?? []).every((id) => outcomes.has(id));
  const mayStart = (node: DagNode<Id>) =>
    !options.abandoned.aborted &&
    running.size < options.limit &&
    isDue(node) &&
    !node.exclusive.some((key) => held.has(key));

  for (;;) {
    blockTails();
    for (const node of waiting) if (mayStart(node)) start(node);
    if (running.size === 0) return outcomes;
    await Promise.race(running.values());
  }
}
