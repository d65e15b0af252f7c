import type { NodeState, NodeView } from "@/lib/schemas/job-view";
import { progressOf } from "./progress";

/** One host of a job in a line: what it is at, and the state that matters. */
export interface LaneSummary {
  readonly hostId: string;
  readonly hostName: string;
  readonly nodes: readonly NodeView[];
  readonly done: number;
  readonly total: number;
  readonly state: NodeState;
  /** The step that gives the lane its state; undefined when all are done. */
  readonly at: NodeView | undefined;
}

/** What a lane shows when several are true: trouble, then what runs, then what waits. */
const WEIGHT = {
  failed: 0,
  changing: 1,
  checking: 2,
  blocked: 3,
  waiting: 4,
  changed: 5,
  "in-sync": 6,
  skipped: 7,
} as const satisfies Record<NodeState, number>;

/** A job's hosts in the order of the plan. */
export function laneSummaries(nodes: readonly NodeView[]): readonly LaneSummary[] {
  const byHost = new Map<string, NodeView[]>();
  for (const node of nodes) {
    const lane = byHost.get(node.hostId);
    if (lane) lane.push(node);
    else byHost.set(node.hostId, [node]);
  }
  return [...byHost.values()].map(summary);
}

/** The same with trouble first, then what runs: what one wants to see on a phone. */
export const troubleFirst = (lanes: readonly LaneSummary[]): readonly LaneSummary[] =>
  [...lanes].sort((a, b) => WEIGHT[a.state] - WEIGHT[b.state]);

function summary(nodes: readonly NodeView[]): LaneSummary {
  const [first] = nodes;
  if (!first) throw new Error("a lane without steps");
  const most = nodes.reduce((worst, node) =>
    WEIGHT[node.state] < WEIGHT[worst.state] ? node : worst,
  );
  const { done, total } = progressOf(nodes);
  const { hostId, hostName } = first;
  const at = done === total ? undefined : most;
  return { hostId, hostName, nodes, done, total, state: most.state, at };
}
