import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ok } from "@/lib/core/result";
import type { LogFrame, LogState, LogTarget } from "@/lib/schemas/kube-log";
import { systemClock } from "@/server/system-clock";
import { type ApiClient, createApiClient } from "../api-client";
import { createKubeLogs, type KubeLogs } from "./kube-logs";
import { FakeLogApi } from "./testing/fake-log-api";

const TARGET: LogTarget = {
  ...{ clusterId: "c", namespace: "web", pod: "shop", container: "main" },
  ...{ previous: false, tailLines: null, sinceSeconds: null },
};

let api: FakeLogApi;
let client: ApiClient;
let logs: KubeLogs;
let stop: () => void;

beforeEach(async () => {
  api = await FakeLogApi.start();
  client = createApiClient(api.credentials);
  logs = createKubeLogs({
    kube: { client: async () => ok(client) },
    clock: systemClock,
    lifecycle: { onStop: (_, hook) => (stop = () => void hook()) },
    retryMs: 5,
  });
});
afterEach(async () => {
  stop();
  client.close();
  await api[Symbol.asyncDispose]();
});

/** A browser that writes down what it gets; `hold` keeps its answers back. */
function look(
  options: { target?: Partial<LogTarget>; resume?: { epoch: string; nextSeq: number } } = {},
) {
  const numbers: number[] = [];
  const texts: string[] = [];
  const states: LogState[] = [];
  const held: (() => void)[] = [];
  const viewer = { hold: false, missed: 0, epoch: "", nextSeq: 1, numbers, texts, states, held };
  const frame = ({ data, lines, missed, epoch, seq }: LogFrame, done: () => void) => {
    const split = Buffer.from(data).toString().split("\n").slice(0, -1);
    expect(split).toHaveLength(lines);
    texts.push(...split);
    for (const line of split) numbers.push(Number(/ line (\d+) /.exec(line)?.[1] ?? Number.NaN));
    viewer.missed += missed;
    viewer.epoch = epoch;
    viewer.nextSeq = seq + lines;
    if (viewer.hold) held.push(done);
    else done();
  };
  const viewing = logs.view({
    target: { ...TARGET, ...options.target },
    stream: "s",
    resume: options.resume ?? null,
    outlet: { frame, state: (state) => states.push(state) },
  });
  if (!viewing.ok) throw new Error(viewing.problem.detail);
  return Object.assign(viewer, { leave: viewing.value });
}

const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });

test("lines come as they were written, with their times, in order", async () => {
  api.written = 3;
  const viewer = look();
  await soon(() => expect(viewer.texts).toEqual(upTo(3).map((n) => api.line(n))));
  expect(viewer.states.at(-1)).toEqual({ state: "live" });
  api.write(500);
  await soon(() => expect(viewer.numbers).toEqual(upTo(503)));
});

test("however many look, the API is asked once", async () => {
  api.written = 100;
  const viewers = Array.from({ length: 10 }, () => look());
  for (const { numbers } of viewers) await soon(() => expect(numbers).toEqual(upTo(100)));
  const late = look();
  await soon(() => expect(late.numbers).toEqual(upTo(100)));
  expect(api.asked).toHaveLength(1);
});

test("only the last lines, or only the last while, are asked for when one says so", async () => {
  api.written = 100;
  const viewer = look({ target: { tailLines: 5, sinceSeconds: 60 } });
  await soon(() => expect(viewer.numbers).toEqual(upTo(100, 96)));
  expect(Object.fromEntries(api.asked[0] ?? [])).toEqual({
    ...{ container: "main", timestamps: "true", follow: "true" },
    ...{ tailLines: "5", sinceSeconds: "60" },
  });
});

test("a hundred cut connections lose no line and repeat none", async () => {
  const viewer = look();
  await soon(() => expect(api.followers).toBe(1));
  for (let n = 1; n <= 100; n += 1) {
    api.write(7);
    api.cut();
    api.write(6); // while nobody listens
    await soon(() => expect(viewer.numbers.length).toBe(n * 13));
    await soon(() => expect(api.followers).toBe(1));
  }
  expect(viewer.numbers).toEqual(upTo(1300));
  expect(viewer.states).toContainEqual(expect.objectContaining({ state: "reconnecting" }));
  expect(api.asked.length).toBeGreaterThan(100);
}, 30_000);

test("a browser that comes back goes on where it was", async () => {
  api.written = 50;
  const first = look();
  await soon(() => expect(first.numbers).toEqual(upTo(50)));
  first.leave();
  api.write(25);
  const again = look({ resume: { epoch: first.epoch, nextSeq: first.nextSeq } });
  await soon(() => expect(again.numbers).toEqual(upTo(75, 51)));
  expect(again.missed).toBe(0);
  expect(api.asked).toHaveLength(1);
});

test("a slow browser is taken forward and told what it missed; a fast one gets everything", async () => {
  const fast = look();
  const slow = look();
  slow.hold = true;
  await soon(() => expect(api.followers).toBe(1));
  api.write(1);
  await soon(() => expect(slow.held).toHaveLength(1));
  // Now is the log's own time, so these are new lines: nobody waits for the slow one.
  const now = new Date().toISOString().slice(0, 23);
  const long = "x".repeat(1000);
  for (let n = 2; n <= 12_000; n += 1) {
    api.raw(`${now}${String(n).padStart(6, "0")}Z line ${n} ${long}\n`);
    if (n % 500 === 0) await soon(() => expect(fast.numbers.length).toBe(n));
  }
  await soon(() => expect(fast.numbers).toEqual(upTo(12_000)));
  expect(slow.numbers.length).toBeLessThan(3000);
  slow.hold = false;
  while (slow.held.length > 0) slow.held.shift()?.();
  await soon(() => expect(slow.numbers.at(-1)).toBe(12_000));
  expect(slow.missed).toBeGreaterThan(1000);
  expect(slow.missed + slow.numbers.length).toBe(12_000);
  expect(fast.missed).toBe(0);
});

test("old lines are not skipped for the only one who reads them, however slowly", async () => {
  api.written = 200_000; // four times what is kept
  const viewer = look();
  viewer.hold = true;
  await soon(() => expect(viewer.held.length).toBeGreaterThan(0));
  viewer.hold = false;
  while (viewer.held.length > 0) viewer.held.shift()?.();
  await soon(() => expect(viewer.numbers.length).toBe(200_000));
  expect(viewer.numbers).toEqual(upTo(200_000));
  expect(viewer.missed).toBe(0);
});

test("a pod that is deleted while its log is read is said, and the log stays", async () => {
  api.written = 3;
  const viewer = look();
  await soon(() => expect(viewer.numbers).toHaveLength(3));
  api.pod = null;
  api.end();
  await soon(() =>
    expect(viewer.states.at(-1)).toEqual({
      ...{ state: "ended", reason: "pod-deleted", detail: "Pod shop was deleted." },
    }),
  );
  expect(viewer.numbers).toEqual(upTo(3));
});

const withState = (state: object, spec: object = {}) => ({
  metadata: { uid: "1" },
  spec,
  status: { containerStatuses: [{ name: "main", state }] },
});

test("a container that ended for good ends the log, one that is started again does not", async () => {
  const viewer = look();
  await soon(() => expect(api.followers).toBe(1));
  api.write(2);
  const crashed = { terminated: { exitCode: 1, reason: "Error" } };
  api.pod = withState(crashed);
  api.end();
  await soon(() =>
    expect(viewer.states).toContainEqual({
      ...{ state: "waiting", reason: "restarting" },
      detail: "main ended with exit code 1 (Error). It is started again.",
    }),
  );
  await soon(() => expect(api.followers).toBe(1));
  api.write(2);
  await soon(() => expect(viewer.numbers).toEqual(upTo(4)));
  api.pod = withState({ terminated: { exitCode: 0 } }, { restartPolicy: "Never" });
  api.end();
  await soon(() =>
    expect(viewer.states.at(-1)).toMatchObject({ state: "ended", reason: "container-ended" }),
  );
});

test("a container that has not started yet is waited for, with the API's reason", async () => {
  const message = `container "main" in pod "shop" is waiting to start: ContainerCreating`;
  let refusals = 3;
  api.intercept = (response) => {
    if (refusals-- <= 0) return false;
    response.writeHead(400).end(JSON.stringify({ kind: "Status", code: 400, message }));
    return true;
  };
  const viewer = look();
  await soon(() => expect(viewer.states.at(-1)).toEqual({ state: "live" }));
  const waiting = viewer.states.find(({ state }) => state === "waiting");
  expect(waiting).toMatchObject({ reason: "not-started" });
  expect(JSON.stringify(waiting)).toContain("ContainerCreating");
});

test("an API that is away is said, and the log goes on when it is back", async () => {
  let away = true;
  api.intercept = (response) => {
    if (away) response.socket?.destroy();
    return away;
  };
  api.written = 4;
  const viewer = look();
  await soon(() =>
    expect(viewer.states.at(-1)).toMatchObject({
      state: "reconnecting",
      problem: { code: "cluster.unreachable" },
    }),
  );
  away = false;
  await soon(() => expect(viewer.numbers).toEqual(upTo(4)));
});

test("the previous run is read to its end and not followed", async () => {
  api.written = 10;
  const viewer = look({ target: { previous: true } });
  await soon(() => expect(viewer.states.at(-1)).toMatchObject({ reason: "complete" }));
  expect(viewer.numbers).toEqual(upTo(10));
  expect(api.asked[0]?.get("previous")).toBe("true");
  expect(api.asked[0]?.has("follow")).toBe(false);
});

test("a line of a megabyte is cut and said, the next one is whole", async () => {
  const viewer = look();
  await soon(() => expect(api.followers).toBe(1));
  api.raw(`2026-11-23T10:00:00.000000000Z ${"x".repeat(1_000_000)}\n`);
  api.write(1);
  await soon(() => expect(viewer.texts).toHaveLength(2));
  expect(viewer.texts[0]).toMatch(/\[cut: the line has 1000031 bytes\]$/);
  expect(viewer.texts[1]).toBe(api.line(1));
});
