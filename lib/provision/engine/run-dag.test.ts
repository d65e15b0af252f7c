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
  isAbandoned?: boolean;
}

async function trace(nodes: DagNode<string>[], setting: Setting = {}) {
  const log: string[] = [];
  const stop = new AbortController();
  let inFlight = 0;
  let most = 0;
  const outcomes = await runDag(nodes, {
    limit: setting.limit ?? 10,
    signal: stop.signal,
    abandoned: setting.isAbandoned === true ? stop.signal : new AbortController().signal,
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
  it("runs what always runs after a failure, once those before it have ended", async () => {
    const nodes = [
      n("a"),
      n("b", ["a"]),
      { ...n("undo", ["a", "b"]), always: true },
      n("c", ["undo", "b"]),
    ];
    const { log } = await trace(nodes, { fail: ["a"] });
    expect(log).toEqual(["+a", "-a", "b blocked by a", "c blocked by b", "+undo", "-undo"]);
  });
  it("runs what always runs after an abort, unless somebody else goes on", async () => {
    const nodes = [n("a"), n("b", ["a"]), { ...n("undo", ["a", "b"]), always: true }];
    expect((await trace(nodes, { abortAfter: "a" })).log).toEqual(["+a", "-a", "+undo", "-undo"]);
    const abandoned = await trace(nodes, { abortAfter: "a", isAbandoned: true });
    expect(abandoned.log).toEqual(["+a", "-a"]);
  });
  it("takes nothing back where nothing was begun", async () => {
    const nodes = [n("a"), n("b", ["a"]), { ...n("undo", ["b"]), always: true }];
    expect((await trace(nodes, { fail: ["a"] })).log).toEqual([
      "+a",
      "-a",
      "b blocked by a",
      "undo blocked by b",
    ]);
    expect((await trace(nodes, { abortAfter: "a" })).log).toEqual(["+a", "-a"]);
  });
  it("starts nothing after abort", async () =>
    expect((await trace([n("a"), n("b", ["a"])], { abortAfter: "a" })).log).toEqual(["+a", "-a"]));
});
