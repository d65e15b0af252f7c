import type { Result } from "@/lib/core/result";
import type { FactRequest } from "@/lib/provision/fact";
import type { HostId } from "@/lib/provision/host";
import type { PlanNode } from "@/lib/provision/plan/plan";
import type { Decision } from "@/lib/provision/step";
import type { FactBook } from "./fact-book";

export interface DecidedNode {
  readonly decision: Result<Decision>;
  /** What was asked and answered, for the plan page. Unanswered questions are missing. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What this node must know, by name. */
export const needsOf = (node: PlanNode): readonly [string, FactRequest][] =>
  Object.entries(node.step.needs(node.input as never));

/** Asks what the node needs (with `ahead` riding along) and lets its step decide. */
export async function decideNode(
  node: PlanNode,
  book: FactBook,
  ahead: readonly { own: HostId; request: FactRequest }[] = [],
): Promise<DecidedNode> {
  const needs = needsOf(node);
  const answers = await book.answers(
    node.hostId,
    needs.map(([, request]) => request),
    ahead,
  );
  const facts: Record<string, unknown> = {};
  for (const [i, [name]] of needs.entries()) {
    const answer = answers[i];
    if (answer === undefined) throw new Error(`no answer to ${name}`);
    if (!answer.ok) return { decision: answer, facts };
    facts[name] = answer.value;
  }
  return { decision: node.step.decide(node.input as never, facts), facts };
}
