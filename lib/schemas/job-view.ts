import { assertNever } from "@/lib/core/assert-never";
import type { Problem } from "@/lib/core/problem";
import type { JobEvent, JobNode, JobOutcome } from "./job-event";

export type NodeState =
  "waiting" | "checking" | "in-sync" | "changing" | "changed" | "failed" | "blocked" | "skipped";

export interface NodeView extends JobNode {
  readonly state: NodeState;
  /** Why it is in sync, what is changing, who blocks it, why it was skipped. */
  readonly note?: string;
  readonly problem?: Problem;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

/** Network rules that go back by themselves. */
export interface JobTrial {
  /** ISO 8601, UTC. */
  readonly endsAt: string;
  /** How long it lasts in all. */
  readonly seconds: number;
  /** Names. */
  readonly hosts: readonly string[];
  readonly checks: readonly { readonly ok: boolean; readonly text: string }[];
  /** Everything was proved, and somebody is asked to keep them. */
  readonly asked: boolean;
}

export interface JobView {
  readonly lastSeq: number;
  readonly attempt: number;
  readonly outcome: "running" | JobOutcome;
  readonly cancelling: boolean;
  readonly problem?: Problem;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly nodes: Readonly<Record<string, NodeView>>;
  /** Lines of log so far. */
  readonly logLines: number;
  /** Views stored before there were trials have none. */
  readonly trial?: JobTrial | null;
}

export const emptyJobView: JobView = {
  lastSeq: 0,
  attempt: 0,
  outcome: "running",
  cancelling: false,
  nodes: {},
  logLines: 0,
};

/** Folds one event in. Pure: the server keeps the job's row with it, the browser its picture. */
export function reduceJob(view: JobView, event: JobEvent): JobView {
  if (event.seq <= view.lastSeq) return view; // a duplicate after a reconnect
  const next = { ...view, lastSeq: event.seq };
  switch (event.type) {
    case "job.planned":
      return planned(next, event);
    case "job.cancelling":
      return { ...next, cancelling: true };
    case "job.finished":
      return {
        ...next,
        outcome: event.outcome,
        cancelling: false,
        trial: null,
        endedAt: event.at,
        ...(event.problem ? { problem: event.problem } : {}),
      };
    case "log":
      return { ...next, logLines: next.logLines + 1 };
    case "trial.began":
    case "trial.checked":
    case "trial.asked":
      return { ...next, trial: reduceTrial(view.trial ?? null, event) };
    default:
      return withNode(next, event.node, nodePatch(event));
  }
}

type PlannedEvent = Extract<JobEvent, { type: "job.planned" }>;
type TrialEvent = Extract<JobEvent, { type: "trial.began" | "trial.checked" | "trial.asked" }>;
type NodeEvent = Exclude<
  JobEvent,
  TrialEvent | { type: "job.planned" | "job.cancelling" | "job.finished" | "log" }
>;

function reduceTrial(trial: JobTrial | null, event: TrialEvent): JobTrial | null {
  switch (event.type) {
    case "trial.began":
      return {
        ...{ endsAt: event.endsAt, seconds: event.seconds, hosts: event.hosts },
        ...{ checks: [], asked: false },
      };
    case "trial.checked":
      return trial && { ...trial, checks: [...trial.checks, { ok: event.ok, text: event.text }] };
    case "trial.asked":
      return trial && { ...trial, asked: true };
    default:
      return assertNever(event);
  }
}

function planned(view: JobView, event: PlannedEvent): JobView {
  return {
    lastSeq: view.lastSeq,
    logLines: view.logLines,
    attempt: event.attempt,
    outcome: "running",
    cancelling: false,
    startedAt: view.startedAt ?? event.at,
    nodes: Object.fromEntries(event.nodes.map((n) => [n.id, { ...n, state: "waiting" as const }])),
  };
}

function nodePatch(event: NodeEvent): Partial<NodeView> {
  switch (event.type) {
    case "node.checking":
      return { state: "checking", startedAt: event.at };
    case "node.in-sync":
      return { state: "in-sync", note: event.note, endedAt: event.at };
    case "node.changing":
      return { state: "changing", note: event.summary };
    case "node.progress":
      return { note: event.note };
    case "node.changed":
      return { state: "changed", endedAt: event.at };
    case "node.blocked":
      return { state: "blocked", note: event.by };
    case "node.skipped":
      return { state: "skipped", note: event.reason };
    case "node.failed":
      return { state: "failed", problem: event.problem, endedAt: event.at };
    default:
      return assertNever(event);
  }
}

function withNode(view: JobView, id: string, patch: Partial<NodeView>): JobView {
  const node = view.nodes[id];
  return node ? { ...view, nodes: { ...view.nodes, [id]: { ...node, ...patch } } } : view;
}
