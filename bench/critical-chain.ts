import type { NodeView } from "@/lib/schemas/job-view";

/** One step of the chain. */
export interface Link {
  readonly id: string;
  readonly seconds: number;
}

/** The longest sum of step durations along edges: what no parallelism can beat. First step first. */
export function criticalChain(nodes: readonly NodeView[]): readonly Link[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const chains = new Map<string, readonly Link[]>();
  const chainTo = (node: NodeView): readonly Link[] => {
    const known = chains.get(node.id);
    if (known !== undefined) return known;
    const before = node.after.flatMap((id) => byId.get(id) ?? []).map(chainTo);
    const chain = [...longest(before), { id: node.id, seconds: secondsOf(node) }];
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

const secondsOf = ({ startedAt, endedAt }: NodeView): number =>
  (Date.parse(endedAt ?? "") - Date.parse(startedAt ?? "") || 0) / 1000;
