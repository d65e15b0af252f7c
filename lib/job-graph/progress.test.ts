import { describe, expect, it } from "vitest";
import { emptyJobView, type JobView, type NodeState, type NodeView } from "@/lib/schemas/job-view";
import { chooseStep, chosenStep } from "./chosen-step";
import { laneSummaries, troubleFirst } from "./lane-summary";
import { elapsedMs, progressOf, remainingMs } from "./progress";
import { timeAxis, timeBars } from "./time-bars";
import { wireState } from "./wire-state";

const T0 = Date.parse("2026-11-23T10:00:00.000Z");
const iso = (offsetMs: number) => new Date(T0 + offsetMs).toISOString();

function step(id: string, state: NodeState, more: Partial<NodeView> = {}): NodeView {
  const [hostName = "", label = ""] = id.split("/");
  const base = { id, hostId: hostName, hostName, label, title: label, after: [] };
  return { ...base, lane: "main", skippable: false, typicalMs: 10_000, state, ...more };
}
const job = (nodes: NodeView[], more: Partial<JobView> = {}): JobView => ({
  ...emptyJobView,
  attempt: 1,
  startedAt: iso(0),
  ...more,
  nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
});

describe("progressOf", () => {
  it("counts skipped and in-sync steps as done", () => {
    const states: NodeState[] = [
      "in-sync",
      "skipped",
      "changed",
      "failed",
      "blocked",
      "checking",
      "waiting",
    ];
    expect(progressOf(states.map((state, i) => step(`a/${i}`, state)))).toEqual({
      total: 7,
      done: 3,
      running: 1,
      failed: 1,
      blocked: 1,
      waiting: 1,
    });
  });
});

describe("remainingMs", () => {
  it("is the longest chain of what is left, less what a running step has used", () => {
    const nodes = [
      step("a/1", "changed"),
      step("a/2", "changing", { startedAt: iso(0), after: ["a/1"] }),
      step("a/3", "waiting", { after: ["a/2"] }),
      step("b/1", "waiting"),
    ];
    expect(remainingMs(job(nodes), T0 + 4_000)).toBe(16_000);
  });

  it("counts nothing for what has failed or is blocked by it", () => {
    const nodes = [step("a/1", "failed"), step("a/2", "blocked", { after: ["a/1"] })];
    expect(remainingMs(job(nodes), T0)).toBe(0);
  });
});

describe("elapsedMs", () => {
  it("runs until the job's end", () => {
    expect(elapsedMs(job([], { endedAt: iso(90_000) }), T0 + 500_000)).toBe(90_000);
    expect(elapsedMs(job([]), T0 + 5_000)).toBe(5_000);
  });

  it("leaves out the time between two attempts", () => {
    const resumed = job([step("a/1", "changing", { startedAt: iso(3_600_000) })], { attempt: 2 });
    expect(elapsedMs(resumed, T0 + 3_605_000)).toBe(5_000);
  });
});

describe("laneSummaries", () => {
  it("names the step that matters most on each host, trouble first when asked", () => {
    const lanes = laneSummaries([
      step("lb/1", "changed"),
      step("m2/1", "changed"),
      step("m2/2", "failed"),
      step("m2/3", "blocked"),
      step("w1/1", "changing"),
      step("w1/2", "waiting"),
    ]);
    expect(lanes.map((lane) => lane.hostName)).toEqual(["lb", "m2", "w1"]);
    expect(troubleFirst(lanes).map((lane) => [lane.hostName, lane.state, lane.at?.label])).toEqual([
      ["m2", "failed", "2"],
      ["w1", "changing", "1"],
      ["lb", "changed", undefined],
    ]);
  });
});

describe("chosenStep", () => {
  it("follows what runs while nobody has chosen", () => {
    const view = job([
      step("a/1", "changing", { startedAt: iso(0) }),
      step("b/1", "checking", { startedAt: iso(9) }),
    ]);
    expect(chosenStep(view, null)?.id).toBe("b/1");
  });

  it("lets a failure open itself, once, over what was clicked before it", () => {
    const running = job([step("a/1", "changing"), step("b/1", "waiting")]);
    const choice = chooseStep(running, "b/1");
    expect(chosenStep(running, choice)?.id).toBe("b/1");
    const failing = job([step("a/1", "failed", { endedAt: iso(5) }), step("b/1", "blocked")]);
    expect(chosenStep(failing, choice)?.id).toBe("a/1");
    expect(chosenStep(failing, chooseStep(failing, "b/1"))?.id).toBe("b/1");
  });

  it("opens a failure of the next attempt again", () => {
    const first = job([step("a/1", "failed"), step("b/1", "blocked")]);
    const choice = chooseStep(first, "b/1");
    const second = job([step("a/1", "failed"), step("b/1", "blocked")], { attempt: 2 });
    expect(chosenStep(second, choice)?.id).toBe("a/1");
  });

  it("opens the first failure for who comes later", () => {
    const view = job([
      step("a/1", "failed", { endedAt: iso(9) }),
      step("b/1", "failed", { endedAt: iso(1) }),
    ]);
    expect(chosenStep(view, null)?.id).toBe("a/1");
  });
});

describe("time bars", () => {
  const nodes = [
    step("a/1", "changed", { startedAt: iso(0), endedAt: iso(30_000) }),
    step("a/2", "changing", { startedAt: iso(30_000) }),
    step("a/3", "waiting"),
  ];

  it("run from the first step to now, with round marks", () => {
    const axis = timeAxis(nodes, T0 + 60_000);
    expect(axis).toMatchObject({ fromMs: T0, lengthMs: 60_000 });
    expect(axis?.ticksMs).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
    const bars = axis ? timeBars(nodes, axis, T0 + 60_000) : [];
    expect(bars.map((bar) => [bar.node.id, bar.left, bar.width])).toEqual([
      ["a/1", 0, 0.5],
      ["a/2", 0.5, 0.5],
    ]);
  });

  it("have no axis before anything began", () => {
    expect(timeAxis([step("a/1", "waiting")], T0)).toBeNull();
  });
});

describe("wireState", () => {
  it.each([
    ["changed", "in-sync", "done"],
    ["changed", "failed", "reached"],
    ["in-sync", "changing", "reached"],
    ["changed", "waiting", "pending"],
    ["failed", "blocked", "pending"],
    ["changing", "waiting", "pending"],
  ] as const)("from %s to %s is %s", (from, to, look) => {
    expect(wireState(from, to)).toBe(look);
  });
});
