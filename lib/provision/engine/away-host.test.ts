import { expect, it } from "vitest";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { ask, type Fact } from "@/lib/provision/fact";
import type { CommandOutput, HostId } from "@/lib/provision/host";
import { type NodeId, type Plan, planNode } from "@/lib/provision/plan/plan";
import { change, defineStep, inSync, type WaitState } from "@/lib/provision/step";
import { fakeHost } from "@/lib/provision/testing/fake-host";
import { output } from "@/lib/provision/testing/output";
import type { JobEventBody } from "@/lib/schemas/job-event";
import { executePlan } from "./execute-plan";

type Answer = Result<readonly CommandOutput[]>;

const isBack: Fact<Record<string, never>, boolean> = {
  id: "is-back",
  command: () => ["is-back"],
  parse: ({ stdout }) => ok(stdout === "new"),
};
const backYet: Fact<Record<string, never>, WaitState> = {
  id: "back-yet",
  command: () => ["back-yet"],
  parse: ({ stdout }) => ok({ state: stdout === "new" ? "done" : "waiting", note: stdout }),
};
const step = defineStep({
  id: "test.reboot",
  typicalMs: 1,
  patienceMs: 60_000,
  label: (_: object) => "reboot",
  title: () => "Reboot",
  why: () => "Because.",
  needs: (_: object) => ({ back: ask(isBack, {}) }),
  decide: (_, { back }) => {
    if (back) return inSync("another boot");
    return change(
      "reboot",
      { kind: "run", argv: ["reboot"], timeoutMs: 1, why: "reboot it" },
      {
        kind: "wait",
        what: "it is back",
        until: ask(backYet, {}),
        everyMs: 1_000,
        timeoutMs: 60_000,
        away: { note: "pi is away", remedies: ["Look at its screen."] },
      },
    );
  },
});

const problem = (code: Problem["code"]): Answer =>
  fail({ code, detail: `pi: ${code}`, remedies: [] });
const AWAY = problem("ssh.unreachable");
const says = (stdout: string): Answer => ok([output(stdout)]);
const times = (count: number, answer: Answer) => Array.from({ length: count }, () => answer);

/** Runs the step on a host that gives these answers, one a question; the last one for ever. */
async function run(answers: readonly Answer[]) {
  const host = fakeHost("pi", () => "");
  const left = [...answers];
  let nowMs = 0;
  const events: JobEventBody[] = [];
  const node = planNode(
    step,
    {},
    { key: "reboot", hostId: "pi" as HostId, hostName: "pi", after: [] },
  );
  const plan: Plan = { nodes: new Map([[node.id, node]]) };
  const never = new AbortController().signal;
  await executePlan(plan, {
    hostFor: () => ({
      ...host,
      ask: () => Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? AWAY),
    }),
    emit: (event) => events.push(event),
    clock: {
      nowMs: () => nowMs,
      sleep: (ms) => {
        nowMs += ms;
        return Promise.resolve();
      },
    },
    concurrency: 1,
    signal: never,
    abandoned: never,
    skips: new Map<NodeId, string>(),
    unitPrefix: "t",
  });
  const end = events.findLast(({ type }) => type.startsWith("node."));
  return { end, events, reboots: host.trace.filter((line) => line === "run reboot").length };
}

it("bears a host that is away for longer than any other wait would", async () => {
  const { end, events, reboots } = await run([
    ...[says(""), says("old")], // it answers, and runs the old boot
    ...[says("old"), ...times(30, AWAY)],
    says("new"),
  ]);
  expect(end?.type).toBe("node.changed");
  expect(reboots).toBe(1);
  expect(events).toContainEqual({ type: "node.progress", node: "pi/reboot", note: "pi is away" });
});

it("tells after the time what to look at, and what was seen last", async () => {
  const { end } = await run([says(""), says("old"), AWAY]);
  expect(end).toMatchObject({ type: "node.failed", problem: { code: "step.wait-timeout" } });
  if (end?.type !== "node.failed") throw new Error("it did not fail");
  expect(end.problem.remedies[0]).toBe("Look at its screen.");
  expect(end.problem.detail).toContain("pi: ssh.unreachable");
});

it("stops at once when another machine answers", async () => {
  const { end } = await run([
    says(""),
    says("old"),
    AWAY,
    problem("ssh.host-key-changed"),
    says("new"),
  ]);
  expect(end).toMatchObject({ type: "node.failed", problem: { code: "ssh.host-key-changed" } });
});

it("waits for a host that is still booting when the job is resumed, and leaves it alone", async () => {
  const { end, reboots } = await run([...times(5, AWAY), says("new")]);
  expect(end?.type).toBe("node.in-sync");
  expect(reboots).toBe(0);
});

it("gives a resumed job up when the host stays away, or is another one", async () => {
  expect((await run([AWAY])).end).toMatchObject({ problem: { code: "ssh.unreachable" } });
  expect((await run([AWAY, problem("ssh.host-key-changed")])).end).toMatchObject({
    problem: { code: "ssh.host-key-changed" },
  });
});
