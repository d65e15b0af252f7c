import { describe, expect, it } from "vitest";
import { done, fail, ok } from "@/lib/core/result";
import { ask, type Fact } from "@/lib/provision/fact";
import type { HostId, HostTransport } from "@/lib/provision/host";
import { jobNode } from "@/lib/provision/plan/job-node";
import { type NodeId, type Plan, type PlanNode, planNode } from "@/lib/provision/plan/plan";
import { change, defineStep, inSync, unknown } from "@/lib/provision/step";
import { type FakeHost, fakeHost } from "@/lib/provision/testing/fake-host";
import type { JobEvent, JobEventBody } from "@/lib/schemas/job-event";
import { emptyJobView, reduceJob } from "@/lib/schemas/job-view";
import { executePlan } from "./execute-plan";
import { previewPlan } from "./preview-plan";

const text: Fact<{ path: string }, string | null> = {
  id: "text",
  command: ({ path }) => ["cat", "--", path],
  parse: ({ stdout, exitCode }) => ok(exitCode === 0 ? stdout : null),
};

interface Input {
  path: string;
  content: string;
  /** Read the content's prefix from this file on another host first. */
  tokenOn?: HostId;
}

const write = defineStep({
  id: "write",
  label: ({ path }: Input) => path,
  title: ({ path }: Input) => `Write ${path}`,
  why: () => "Because the test says so.",
  typicalMs: 1000,
  skippable: true,
  needs: ({ path, tokenOn }: Input) => ({
    now: ask(text, { path }),
    token: ask(text, { path: "/token" }, tokenOn),
  }),
  decide: ({ path, content, tokenOn }, { now, token }) => {
    if (path === "/forbidden")
      return fail({ code: "input.invalid", detail: "no", remedies: ["Use another path."] });
    if (tokenOn !== undefined && token === null) return unknown("the token");
    if (now === content) return inSync("as it should be");
    return change(`${path} differs`, {
      kind: "write-file",
      file: { path, content, mode: 0o644, owner: "root:root" },
      previous: now,
    });
  },
});

const node = (id: string, input: Partial<Input> = {}, after: string[] = []): PlanNode => {
  const [host = "", key = ""] = id.split("/");
  return planNode(
    write,
    { path: `/${key}`, content: "x", ...input },
    { key, hostId: host as HostId, hostName: host, after: after as NodeId[] },
  );
};
const plan = (...nodes: PlanNode[]): Plan => ({ nodes: new Map(nodes.map((n) => [n.id, n])) });

function world(...names: string[]) {
  const hosts = new Map(
    names.map((name) => [
      name,
      fakeHost(name, (argv, files) => {
        const stdout = files.get(String(argv[2]));
        return stdout === undefined ? { exitCode: 1, stderr: "No such file" } : stdout;
      }),
    ]),
  );
  const host = (name: string): FakeHost => {
    const found = hosts.get(name);
    if (found === undefined) throw new Error(`no host ${name}`);
    return found;
  };
  return { host, hostFor: (id: HostId) => host(id) };
}

interface Attempt {
  readonly skips?: readonly [string, string][];
  readonly signal?: AbortSignal;
  readonly abandoned?: AbortSignal;
}

const NEVER = new AbortController().signal;

async function execute(
  p: Plan,
  w: { hostFor(id: HostId): HostTransport },
  { skips = [], signal = NEVER, abandoned = NEVER }: Attempt = {},
) {
  const events: JobEventBody[] = [];
  const outcome = await executePlan(p, {
    hostFor: w.hostFor,
    emit: (e) => events.push(e),
    clock: { nowMs: () => 0, sleep: () => Promise.resolve() },
    concurrency: 8,
    signal,
    abandoned,
    skips: new Map(skips as readonly [NodeId, string][]),
    unitPrefix: "t",
  });
  const planned: JobEventBody = {
    type: "job.planned",
    attempt: 1,
    nodes: [...p.nodes.values()].map(jobNode),
  };
  const view = [planned, ...events]
    .map((e, i): JobEvent => ({ ...e, seq: i + 1, at: "2026-01-01T00:00:00Z" }))
    .reduce(reduceJob, emptyJobView);
  const states = Object.fromEntries(Object.entries(view.nodes).map(([id, n]) => [id, n.state]));
  return { outcome, states, view, events };
}

describe("executePlan", () => {
  it("applies once and has nothing to do the second time", async () => {
    const w = world("a");
    const p = plan(node("a/one"), node("a/two", {}, ["a/one"]));
    expect((await execute(p, w)).states).toEqual({ "a/one": "changed", "a/two": "changed" });
    w.host("a").trace.length = 0;
    const second = await execute(p, w);
    expect(second.states).toEqual({ "a/one": "in-sync", "a/two": "in-sync" });
    expect(second.outcome).toEqual(ok("succeeded"));
  });

  it("reads a host on which nothing is to be done in one round trip", async () => {
    const w = world("a");
    const p = plan(...Array.from({ length: 20 }, (_, i) => node(`a/f${i}`)));
    await execute(p, w);
    w.host("a").trace.length = 0;
    await execute(p, w);
    expect(w.host("a").trace.filter((line) => line.startsWith("ask"))).toHaveLength(1);
  });

  it("blocks what follows a failure and finishes the rest", async () => {
    const p = plan(
      node("a/bad", { path: "/forbidden" }),
      node("a/next", {}, ["a/bad"]),
      node("b/other"),
    );
    const { states, outcome } = await execute(p, world("a", "b"));
    expect(states).toEqual({ "a/bad": "failed", "a/next": "blocked", "b/other": "changed" });
    expect(outcome).toEqual(ok("failed"));
  });

  it("sees another host's value that appeared during the run", async () => {
    const p = plan(
      node("b/user", { tokenOn: "a" as HostId }, ["a/token"]),
      node("a/token", { path: "/token", content: "t" }),
    );
    expect((await execute(p, world("a", "b"))).states).toEqual({
      "a/token": "changed",
      "b/user": "changed",
    });
  });

  it("skips a step with its reason and goes on", async () => {
    const p = plan(node("a/one"), node("a/two", {}, ["a/one"]));
    const { states } = await execute(p, world("a"), { skips: [["a/one", "by hand"]] });
    expect(states).toEqual({ "a/one": "skipped", "a/two": "changed" });
  });
});

describe("work that an earlier run left on a host", () => {
  /** A host on which a unit still runs until `end` is called, as an SSH host tells it. */
  function busyWorld() {
    const w = world("a");
    const left = Promise.withResolvers<void>();
    const busy: HostTransport = {
      ...w.host("a"),
      awaitLeftovers: async ({ onUnit, onLine, signal }) => {
        onUnit("gandalf-apt");
        onLine("stdout", "Unpacking haproxy");
        signal.addEventListener("abort", () => left.resolve());
        await left.promise;
        if (signal.aborted)
          return fail({ code: "step.not-converged", detail: "Cancelled.", remedies: ["Resume."] });
        return done;
      },
    };
    return { trace: w.host("a").trace, hostFor: () => busy, host: w.host, end: left.resolve };
  }

  it("is waited for before the first question, in sight of the step that waits", async () => {
    const w = busyWorld();
    const running = execute(plan(node("a/one"), node("a/two", {}, ["a/one"])), w);
    await new Promise(setImmediate);
    expect(w.trace).toEqual([]);
    w.end();
    const { events, states } = await running;
    expect(states).toEqual({ "a/one": "changed", "a/two": "changed" });
    const lines = events.filter((e) => e.type === "log" && e.node === "a/one");
    expect(JSON.stringify(lines)).toMatch(/gandalf-apt at work on a.*Unpacking haproxy/);
    expect(events).toContainEqual(
      expect.objectContaining({ type: "node.progress", node: "a/one" }) as unknown,
    );
  });

  it("is no longer waited for when the job is cancelled", async () => {
    const w = busyWorld();
    const cancel = new AbortController();
    const running = execute(plan(node("a/one")), w, { signal: cancel.signal });
    await new Promise(setImmediate);
    cancel.abort();
    expect((await running).outcome).toEqual(ok("cancelled"));
    expect(w.trace).toEqual([]);
  });
});

describe("previewPlan", () => {
  it("touches nothing and says what would change, with the diff", async () => {
    const w = world("a");
    w.host("a").files.set("/one", "old");
    const views = await previewPlan(plan(node("a/one")), w.hostFor);
    expect(views.ok && views.value[0]).toMatchObject({
      state: "change",
      actions: [{ kind: "write-file", before: "old", after: "x" }],
    });
    expect(w.host("a").trace.every((line) => line.startsWith("ask"))).toBe(true);
  });

  it("says until when a step behind a change is unknown", async () => {
    const p = plan(
      node("a/token", { path: "/token", content: "t" }),
      node("b/user", { tokenOn: "a" as HostId }, ["a/token"]),
    );
    const views = await previewPlan(p, world("a", "b").hostFor);
    expect(views.ok && views.value[1]).toMatchObject({ state: "unknown", until: "a/token" });
  });

  it("reports a failure that no pending change explains", async () => {
    const views = await previewPlan(
      plan(node("a/bad", { path: "/forbidden" })),
      world("a").hostFor,
    );
    expect(views.ok && views.value[0]).toMatchObject({ state: "problem" });
  });

  it("shows a service that follows its file", async () => {
    const w = world("a");
    w.host("a").files.set("/service", "x");
    const service = { ...node("a/service", {}, ["a/file"]), triggers: ["a/file" as NodeId] };
    const views = await previewPlan(plan(node("a/file"), service), w.hostFor);
    expect(views.ok && views.value[1]).toMatchObject({ state: "change", restarts: ["/service"] });
  });
});
