import { ok, type Result } from "@/lib/core/result";
import type { HostId, HostTransport } from "@/lib/provision/host";
import { actionView } from "@/lib/provision/plan/action-view";
import { jobNode } from "@/lib/provision/plan/job-node";
import { orderPlan } from "@/lib/provision/plan/order-plan";
import type { NodeId, Plan, PlanNode } from "@/lib/provision/plan/plan";
import type { Decision } from "@/lib/provision/step";
import type { FactView, PlanNodeState, PlanNodeView } from "@/lib/schemas/plan-view";
import { toLog } from "@/lib/shell/argv";
import { type DecidedNode, decideNode, needsOf } from "./decide-node";
import { FactBook } from "./fact-book";

/** Characters of a fact's value that the plan page shows. */
const FACT_CHARACTERS = 400;

/** What a node inherits from those before it. */
interface Outlook {
  readonly view: PlanNodeView;
  /** The nearest step, itself included, whose change is still to come; null when nothing is. */
  readonly pending: NodeId | null;
}

/**
 * Dry run: decides every node on the hosts as they are now and touches nothing. A node whose answer
 * depends on a change still to come is "unknown until" that change, never a failure.
 */
export async function previewPlan(
  plan: Plan,
  hostFor: (id: HostId) => HostTransport,
): Promise<Result<readonly PlanNodeView[]>> {
  const order = orderPlan(plan);
  if (!order.ok) return order;
  const nodes = order.value.flatMap((id) => plan.nodes.get(id) ?? []);
  const book = new FactBook(hostFor);
  const decided = await decideAll(nodes, book);
  const outlooks = new Map<NodeId, Outlook>();
  for (const [node, answer] of decided) outlooks.set(node.id, outlook(node, answer, outlooks));
  return ok([...outlooks.values()].map(({ view }) => view));
}

/** All hosts at once; each host's first node carries the questions of all its others. */
async function decideAll(nodes: readonly PlanNode[], book: FactBook) {
  const all = nodes.flatMap((node) =>
    needsOf(node).map(([, request]) => ({ own: node.hostId, request })),
  );
  return Promise.all(nodes.map(async (node) => [node, await decideNode(node, book, all)] as const));
}

function outlook(
  node: PlanNode,
  { decision, facts }: DecidedNode,
  before: ReadonlyMap<NodeId, Outlook>,
): Outlook {
  const until = pendingBefore(node, before);
  const state =
    decision.ok && decision.value.state === "in-sync"
      ? (triggered(node, before) ?? decision.value)
      : stateOf(node, decision, until);
  const pending = state.state === "in-sync" ? until : node.id;
  const why = node.step.why(node.input as never);
  return { view: { ...jobNode(node), why, facts: factViews(node, facts), ...state }, pending };
}

function pendingBefore(node: PlanNode, before: ReadonlyMap<NodeId, Outlook>): NodeId | null {
  for (const id of node.after) {
    const pending = before.get(id)?.pending ?? null;
    if (pending !== null) return pending;
  }
  return null;
}

function stateOf(node: PlanNode, decision: Result<Decision>, until: NodeId | null): PlanNodeState {
  if (!decision.ok) {
    return until === null
      ? { state: "problem", problem: { ...decision.problem, hostId: node.hostId } }
      : { state: "unknown", missing: decision.problem.detail, until };
  }
  const value = decision.value;
  switch (value.state) {
    case "unknown":
      return until === null
        ? { state: "problem", problem: unknownForever(node, value.missing) }
        : { state: "unknown", missing: value.missing, until };
    case "change":
      return {
        state: "change",
        summary: value.summary,
        actions: value.actions.map(actionView),
        restarts: value.restarts ?? [],
      };
    case "in-sync":
      return value;
  }
}

const unknownForever = (node: PlanNode, missing: string) => ({
  code: "step.unknown" as const,
  detail: `${node.hostName}: ${missing} is not known, although every step before is done.`,
  remedies: ["Read the plan again; the host that should know it may have been reset."],
  hostId: node.hostId,
});

/** In sync now, but one of its triggers is about to change. */
function triggered(node: PlanNode, before: ReadonlyMap<NodeId, Outlook>): PlanNodeState | null {
  const cause = node.triggers?.find((id) => before.get(id)?.view.state === "change");
  if (cause === undefined) return null;
  const label = before.get(cause)?.view.label ?? cause;
  const unit = node.step.label(node.input as never);
  return {
    state: "change",
    summary: `again, because ${label} changes`,
    actions: [],
    restarts: [unit],
  };
}

function factViews(node: PlanNode, facts: Readonly<Record<string, unknown>>): readonly FactView[] {
  return needsOf(node)
    .filter(([name]) => name in facts)
    .map(([name, { fact, args, on }]) => ({
      name,
      ...(on === undefined || on === node.hostId ? {} : { on }),
      command: toLog(fact.command(args as never)),
      value: shorten(JSON.stringify(facts[name]) ?? "null"),
    }));
}

const shorten = (text: string) =>
  text.length <= FACT_CHARACTERS ? text : `${text.slice(0, FACT_CHARACTERS)}…`;
