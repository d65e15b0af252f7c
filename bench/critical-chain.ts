import type { NodeView } from "@/lib/schemas/job-view";

/** One step of a chain. */
export interface Link {
  readonly id: string;
  readonly seconds: number;
  /** Between the end of the last step it needs (the job's own start where it needs none) and its start, s. */
  readonly waitedSeconds: number;
  readonly endMs: number;
}

type Chain = readonly Link[];
/** Which of several chains to a step counts. */
type Choice = (chains: readonly Chain[]) => Chain;

const most = (chains: readonly Chain[], measure: (chain: Chain) => number): Chain =>
  chains.reduce((a, b) => (measure(b) > measure(a) ? b : a), []);

/** Sum of the steps of a chain, s. */
export const secondsOfChain = (chain: Chain): number =>
  chain.reduce((sum, { seconds }) => sum + seconds, 0);

/** The largest sum of durations along edges: what no parallelism can beat. */
export const longest: Choice = (chains) => most(chains, secondsOfChain);

/** The one that ended last: what the job really waited for, queues included. */
export const latest: Choice = (chains) => most(chains, (chain) => chain.at(-1)?.endMs ?? 0);

/** A chain through a job's steps, first step first. `startMs`: when it was asked for, ms since 1970. */
export function chainOf(nodes: readonly NodeView[], startMs: number, choose: Choice): Chain {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const chains = new Map<string, Chain>();
  const chainTo = (node: NodeView): Chain => {
    const known = chains.get(node.id);
    if (known !== undefined) return known;
    const needs = node.after.flatMap((id) => byId.get(id) ?? []);
    const chain = [...choose(needs.map(chainTo)), linkOf(node, needs, startMs)];
    chains.set(node.id, chain);
    return chain;
  };
  return choose(nodes.map(chainTo));
}

const timeMs = (text: string | undefined) => Date.parse(text ?? "");

function linkOf(node: NodeView, needs: readonly NodeView[], startMs: number): Link {
  const freeMs = Math.max(startMs, ...needs.map(({ endedAt }) => timeMs(endedAt)));
  const [beganMs, endMs] = [timeMs(node.startedAt), timeMs(node.endedAt)];
  return {
    id: node.id,
    seconds: (endMs - beganMs) / 1000,
    waitedSeconds: (beganMs - freeMs) / 1000,
    endMs,
  };
}
