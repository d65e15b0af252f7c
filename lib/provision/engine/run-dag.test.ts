import { describe, expect, it } from "vitest";
import { type DagNode, type NodeOutcome, runDag } from "./run-dag";

const n = (id: string, after: string[] = [], ...exclusive: string[]): DagNode<string> => ({
  id,
  after,
  exclusive,
});

interface Setting {
  limit?: number;
  fail?: string[];
  abortAfter?: string;
}

async function trace(nodes: DagNode<string>[], setting: Setting = {}) {
  const log: string[] = [];
  const stop = new AbortController();
  let inFlight = 0;
  let most = 0;
  const outcomes = await runDag(nodes, {
    limit: setting.limit ?? 10,
    signal: stop.signal,
    blocked: (id, by) => log.push(`${id} blocked by ${by}`),
    run: async (id): Promise<NodeOutcome> => {
      log.push(`+${id}`);
      most = Math.max(most, ++inFlight);
      await new Promise(setImmediate);
      inFlight--;
      log.push(`-${id}`);
      if (id === setting.abortAfter) stop.abort();
      return setting.fail?.includes(id) ? "failed" : "done";
    },
  });
  return { log, most, outcomes };
}

describe("runDag", () => {
  it("runs independent nodes together", async () =>
    expect((await trace([n("a"), n("b"), n("c")])).most).toBe(3));
  it("honours the limit", async () =>
    expect((await trace([n("a"), n("b"), n("c")], { limit: 2 })).most).toBe(2));
  it("never overlaps nodes that share a lane or a lock", async () =>
    expect((await trace([n("a", [], "pi-1/main"), n("b", [], "pi-1/main")])).most).toBe(1));
  it("waits for predecessors", async () =>
    expect((await trace([n("b", ["a"]), n("a")])).log).toEqual(["+a", "-a", "+b", "-b"]));
  it("lets a node behind others start once they have ended, even in failure", async () => {
    const behind = { ...n("b"), behind: ["a", "t"] };
    const { log } = await trace([behind, n("a"), n("t", ["a"])], { fail: ["a"] });
    expect(log).toEqual(["+a", "-a", "t blocked by a", "+b", "-b"]);
  });
  it("blocks the whole tail of a failure and finishes the rest", async () => {
    const { log } = await trace([n("a"), n("b", ["a"]), n("c", ["b"]), n("d")], { fail: ["a"] });
    expect(log).toEqual(["+a", "+d", "-a", "b blocked by a", "c blocked by b", "-d"]);
  });
  it("blocks a tail listed before its head", async () => {
    const { outcomes } = await trace([n("c", ["b"]), n("b", ["a"]), n("a")], { fail: ["a"] });
    expect(outcomes.size).toBe(3);
  });
  it("starts nothing after abort", async () =>
    expect((await trace([n("a"), n("b", ["a"])], { abortAfter: "a" })).log).toEqual(["+a", "-a"]));
});
