import type { NodeView } from "@/lib/schemas/job-view";

/** One step of the chain. */
export interface Link {
  readonly id: string;
  readonly seconds: number;
  /** Between the end of the last step it needs (the job's own start where it needs none) and its start, s. */
  readonly waitedSeconds: number;
}

/**
 * The longest sum of step durations along edges: what no parallelism can beat. First step first.
 * `startMs`: when the job was asked for, ms since 1970.
 */
export function criticalChain(nodes: readonly NodeView[], startMs: number): readonly Link[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const chains = new Map<string, readonly Link[]>();
  const chainTo = (node: NodeView): readonly Link[] => {
    const known = chains.get(node.id);
    if (known !== undefined) return known;
    const needs = node.after.flatMap((id) => byId.get(id) ?? []);
    const freeMs = Math.max(startMs, ...needs.map(({ endedAt }) => Date.parse(endedAt ?? "")));
    const [began, ended] = [Date.parse(node.startedAt ?? ""), Date.parse(node.endedAt ?? "")];
    const link = {
      id: node.id,
      seconds: (ended - began) / 1000,
      waitedSeconds: (began - freeMs) / 1000,
    };
    const chain = [...longest(needs.map(chainTo)), link];
    chains.set(node.id, chain);
    return chain;
  };
  return longest(nodes.map(chainTo));
}

/** Sum of a chain, s. */
export const secondsOfChain = (chain: readonly Link[]): number =>
  chain.reduce((sum, { seconds }) => sum + seconds, 0);

const longest = (chains: readonly (readonly Link[])[]): readonly Link[] =>
  chains.reduce((a, b) => (secondsOfChain(b) > secondsOfChain(a) ? b : a), []);
