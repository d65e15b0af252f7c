import { estimateMs } from "@/lib/provision/plan/estimate";
import type { JobView, NodeState, NodeView } from "@/lib/schemas/job-view";
import { isDone } from "./wire-state";

/** Steps by what matters to who looks on. Their sum is `total`. */
export interface JobProgress {
  readonly total: number;
  /** In sync, changed or skipped. */
  readonly done: number;
  readonly running: number;
  readonly failed: number;
  readonly blocked: number;
  readonly waiting: number;
}

const GROUP = {
  "in-sync": "done",
  changed: "done",
  skipped: "done",
  checking: "running",
  changing: "running",
  failed: "failed",
  blocked: "blocked",
  waiting: "waiting",
} as const satisfies Record<NodeState, Exclude<keyof JobProgress, "total">>;

/** The nodes of a job by host, each host's in the order of the plan: as every view shows them. */
export function nodesOf(view: JobView): readonly NodeView[] {
  const byHost = new Map<string, NodeView[]>();
  for (const node of Object.values(view.nodes)) {
    const lane = byHost.get(node.hostId);
    if (lane) lane.push(node);
    else byHost.set(node.hostId, [node]);
  }
  return [...byHost.values()].flat();
}

/** How far a set of steps is. */
export function progressOf(nodes: readonly NodeView[]): JobProgress {
  const counts = { done: 0, running: 0, failed: 0, blocked: 0, waiting: 0 };
  for (const node of nodes) counts[GROUP[node.state]] += 1;
  return { total: nodes.length, ...counts };
}

/** How long this attempt of a job has run or ran, in ms; null before its first step. */
export function elapsedMs(view: JobView, nowMs: number): number | null {
  const started = startOf(view);
  if (started === undefined) return null;
  const end = view.endedAt === undefined ? nowMs : Date.parse(view.endedAt);
  return Math.max(0, end - started);
}

/** A resumed job may have lain for a day: only what this attempt did counts. */
function startOf(view: JobView): number | undefined {
  if (view.attempt <= 1)
    return view.startedAt === undefined ? undefined : Date.parse(view.startedAt);
  const starts = nodesOf(view).flatMap((node) =>
    node.startedAt ? [Date.parse(node.startedAt)] : [],
  );
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** How long one step has run or ran, in ms; null when it has not begun. */
export function stepMs(node: NodeView, nowMs: number): number | null {
  if (node.startedAt === undefined) return null;
  const end = node.endedAt === undefined ? nowMs : Date.parse(node.endedAt);
  return Math.max(0, end - Date.parse(node.startedAt));
}

/**
 * What is left, in ms: the longest chain of typical durations, less what running steps have used.
 * Blocked and failed steps count nothing: they do not go on by themselves.
 */
export function remainingMs(view: JobView, nowMs: number): number {
  const inPlanOrder = Object.values(view.nodes);
  const left = inPlanOrder.map((node) => ({ ...node, typicalMs: leftOf(node, nowMs) }));
  return estimateMs(left, (node) => node.typicalMs > 0);
}

function leftOf(node: NodeView, nowMs: number): number {
  if (isDone(node.state) || node.state === "failed" || node.state === "blocked") return 0;
  return Math.max(0, node.typicalMs - (stepMs(node, nowMs) ?? 0));
}
