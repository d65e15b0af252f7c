import { done, fail, ok, type Result } from "@/lib/core/result";
import type { NodeId, Plan, PlanNode } from "@/lib/provision/plan/plan";
import { orderPlan } from "@/lib/provision/plan/order-plan";
import type { Decision } from "@/lib/provision/step";
import type { JobOutcome } from "@/lib/schemas/job-event";
import { awaitHost } from "./await-host";
import { decideNode, needsOf } from "./decide-node";
import type { EngineDeps } from "./engine-deps";
import { FactBook } from "./fact-book";
import { createVoice } from "./node-voice";
import { performAction, type Stage } from "./perform-action";
import { Polls } from "./polls";
import { type NodeOutcome, runDag } from "./run-dag";

/** One run over a plan: what has been settled, and what the hosts have answered. */
interface Run {
  readonly order: readonly PlanNode[];
  readonly settled: Set<NodeId>;
  readonly begun: Set<NodeId>;
  /** Hosts on which this run has changed something. */
  readonly touched: Set<string>;
  readonly book: FactBook;
  readonly polls: Polls;
  readonly deps: EngineDeps;
}

/**
 * Brings every host to what the plan says: decide just before acting, act, decide again. Emits the
 * job's events; answers how it ended. A node that fails blocks its successors and nothing else.
 */
export async function executePlan(plan: Plan, deps: EngineDeps): Promise<Result<JobOutcome>> {
  const order = orderPlan(plan);
  if (!order.ok) return order;
  const nodes = order.value.flatMap((id) => plan.nodes.get(id) ?? []);
  const book = new FactBook((id) => deps.hostFor(id));
  const run: Run = {
    order: nodes,
    settled: new Set(),
    begun: new Set(),
    touched: new Set(),
    book,
    polls: new Polls(),
    deps,
  };
  const outcomes = await runDag(
    nodes.map((node) => dagNode(node, plan)),
    {
      limit: deps.concurrency,
      signal: deps.signal,
      abandoned: deps.abandoned,
      blocked: (id, by) => deps.emit({ type: "node.blocked", node: id, by }),
      run: async (id) => {
        const node = plan.nodes.get(id);
        if (node === undefined) throw new Error(`no node ${id}`);
        return settle(node, run);
      },
    },
  );
  const outcome = outcomeOf(nodes.map((node) => outcomes.get(node.id)));
  return ok(deps.signal.aborted && outcome === "failed" ? "cancelled" : outcome);
}

const dagNode = (node: PlanNode, plan: Plan) => ({
  id: node.id,
  after: node.after,
  behind: (node.behind ?? []).filter((id) => plan.nodes.has(id)),
  exclusive: [`${node.hostId}/${node.lane}`, ...(node.lock === undefined ? [] : [node.lock])],
  always: node.always === true,
});

function outcomeOf(outcomes: readonly (NodeOutcome | undefined)[]): JobOutcome {
  if (outcomes.includes(undefined)) return "cancelled";
  return outcomes.includes("failed") ? "failed" : "succeeded";
}

async function settle(node: PlanNode, run: Run): Promise<NodeOutcome> {
  run.begun.add(node.id);
  const skip = run.deps.skips.get(node.id);
  if (skip !== undefined && node.step.skippable === true) {
    run.deps.emit({ type: "node.skipped", node: node.id, reason: skip });
    run.settled.add(node.id);
    return "done";
  }
  const voice = createVoice(node, run.deps);
  const result = await attempt(node, run, { node, deps: run.deps, voice, polls: run.polls });
  if (!result.ok) {
    run.deps.emit({ type: "node.failed", node: node.id, problem: voice.explain(result.problem) });
    return "failed";
  }
  run.settled.add(node.id);
  return "done";
}

async function attempt(node: PlanNode, run: Run, stage: Stage): Promise<Result<void>> {
  const { emit, clock } = run.deps;
  const startedMs = clock.nowMs();
  emit({ type: "node.checking", node: node.id });
  const here = await awaitHost(stage);
  if (!here.ok) return here;
  const clear = await awaitLeftovers(stage);
  if (!clear.ok) return clear;
  const before = await decideNode(node, run.book, upcoming(node, run, Infinity));
  if (!before.decision.ok) return before.decision;
  const decision = before.decision.value;
  if (decision.state === "unknown") return notKnown(node, decision.missing);
  if (decision.state === "in-sync") {
    emit({ type: "node.in-sync", node: node.id, note: decision.note });
    return done;
  }
  emit({ type: "node.changing", node: node.id, summary: decision.summary });
  const acted = await act(decision, run, stage);
  if (!acted.ok) return acted;
  const after = await decideNode(node, run.book, upcoming(node, run, 1));
  if (!after.decision.ok) return after.decision;
  if (after.decision.value.state !== "in-sync") return notConverged(node, after.decision.value);
  emit({ type: "node.changed", node: node.id, durationMs: clock.nowMs() - startedMs });
  return done;
}

/** What an earlier run began is shown under the step that waits for it; then the host is asked anew. */
const awaitLeftovers = ({ node, deps, voice }: Stage): Promise<Result<void>> =>
  deps.hostFor(node.hostId).awaitLeftovers({
    onUnit: (unit) => {
      voice.say(`an earlier run left ${unit} at work on ${node.hostName}; waiting until it ends`);
      voice.progress("waiting for work that an earlier run left here");
    },
    onLine: voice.heard,
    signal: deps.signal,
  });

async function act(
  decision: Extract<Decision, { state: "change" }>,
  run: Run,
  stage: Stage,
): Promise<Result<void>> {
  try {
    for (const action of decision.actions) {
      const performed = await performAction(action, stage);
      if (!performed.ok) return performed;
    }
    return done;
  } finally {
    run.touched.add(stage.node.hostId);
    run.book.forget(stage.node.hostId);
  }
}

/**
 * Questions worth asking in the same round trip. On an untouched host: all of its nodes', so that a
 * run with nothing to do asks once. Afterwards: the quick ones of `most` nodes that may start next; after
 * a change only one's, since its own change will outdate the others' answers.
 */
function upcoming(current: PlanNode, run: Run, most: number) {
  const untouched = !run.touched.has(current.hostId);
  const mayBeNext = (node: PlanNode) =>
    node.after.every((id) => id === current.id || run.settled.has(id));
  const waiting = run.order.filter(
    (node) => node.hostId === current.hostId && !run.begun.has(node.id),
  );
  const next = waiting.filter((node) => node.lane === current.lane && mayBeNext(node));
  return (untouched ? waiting : next.slice(0, most))
    .flatMap((node) => needsOf(node).map(([, request]) => ({ own: node.hostId, request })))
    .filter(({ request }) => untouched || request.fact.slow !== true);
}

const notKnown = (node: PlanNode, missing: string): Result<void> =>
  fail({
    code: "step.unknown",
    detail: `${node.hostName}: ${missing} is not known, although every step before is done.`,
    remedies: ["Resume; if it stays, the host that should know it may have been reset."],
    hostId: node.hostId,
  });

const notConverged = (
  node: PlanNode,
  decision: Exclude<Decision, { state: "in-sync" }>,
): Result<void> =>
  fail({
    code: "step.not-converged",
    detail: `${node.hostName} still differs after the change: ${decision.state === "change" ? decision.summary : decision.missing}.`,
    remedies: ["Resume tries again; if it stays, something on the host undoes the change."],
    hostId: node.hostId,
  });
