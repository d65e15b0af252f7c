import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ok } from "@/lib/core/result";
import type { HostId, LeftoverWatch } from "@/lib/provision/host";
import { script } from "@/lib/shell/argv";
import { exec, mustExec } from "@/lab/lab";
import { HostSession } from "./host-session";
import { JobHost } from "./job-host";
import { SshHost } from "./ssh-host";
import { labTarget, must } from "./testing/lab-target";

const NAME = "worker1";
const QUICK = { timeoutMs: 20_000 };
const opened: HostSession[] = [];

async function session(): Promise<HostSession> {
  const made = new HostSession(await labTarget(NAME));
  opened.push(made);
  return made;
}

/** A job's view of the host, over a connection of its own. */
async function jobHost(job: string): Promise<JobHost> {
  const host = new SshHost(await session(), { open: () => Readable.from([]) });
  return new JobHost({
    hostId: NAME as HostId,
    owner: { job, who: "test", why: "a test" },
    moved: () => Promise.resolve(),
    borrow: () => Promise.resolve(ok({ host, release: () => undefined })),
  });
}

function watch() {
  const seen = { units: [] as string[], lines: [] as string[] };
  const first = Promise.withResolvers<void>();
  const stop = new AbortController();
  const watcher: LeftoverWatch = {
    onUnit: (unit) => seen.units.push(unit),
    onLine: (_stream, line) => {
      seen.lines.push(line);
      first.resolve();
    },
    signal: stop.signal,
  };
  return { ...seen, watcher, stop, firstLine: first.promise };
}

/** A runner that begins long work and dies: its connection is gone, the work goes on. */
async function diedDuring(work: string): Promise<void> {
  const made = await session();
  const host = must(await new SshHost(made, { open: () => Readable.from([]) }).lock(OLD));
  const began = Promise.withResolvers<void>();
  const lost = host.runUnit("left", script(work), { ...QUICK, onLine: () => began.resolve() });
  await began.promise;
  await made.close();
  expect((await lost).ok).toBe(false);
}
const OLD = { job: "old", who: "test", why: "a test" };

beforeAll(() => mustExec(NAME, "rm -f /tmp/left"));
afterAll(async () => {
  await Promise.all(opened.map((made) => made.close()));
  await mustExec(NAME, "rm -rf /tmp/left /run/gandalf/units");
});

describe("work that a dead runner left", () => {
  it("is waited for, its lines are seen, and whoever comes meanwhile waits along", async () => {
    await diedDuring("echo begin; sleep 2; echo end; echo done >/tmp/left");
    const host = await jobHost("new");
    const [one, two] = [watch(), watch()];
    const waits = [one, two].map(({ watcher }) => host.awaitLeftovers(watcher));
    for (const waited of await Promise.all(waits)) must(waited);
    expect(await mustExec(NAME, "cat /tmp/left")).toBe("done");
    expect(one.units).toHaveLength(1);
    expect(one.lines).toEqual(["begin", "end"]);
    expect(two.lines).toEqual([]);
    await host.close();
  });

  it("leaves no outcome behind that could be taken for the next attempt's", async () => {
    await diedDuring("echo begin; exit 100");
    const host = await jobHost("new");
    must(await host.awaitLeftovers(watch().watcher));
    const again = await host.runUnit("left", script("echo begin; exit 100"), QUICK);
    expect(must(again).stdout).toBe("begin\n");
    await mustExec(NAME, "echo mended >/tmp/left");
    await diedDuring("echo begin; grep -q mended /tmp/left || exit 100; rm /tmp/left");
    const third = await jobHost("third");
    must(await third.awaitLeftovers(watch().watcher));
    must(await third.run(["true"], QUICK));
    expect((await exec(NAME, "ls -A /run/gandalf/units")).stdout).toBe("");
    await third.close();
  });

  it("goes on when the wait is cancelled, and can be waited for again", async () => {
    await diedDuring("echo begin; sleep 2; echo end");
    const host = await jobHost("new");
    const first = watch();
    const waiting = host.awaitLeftovers(first.watcher);
    await first.firstLine;
    first.stop.abort();
    expect(await waiting).toMatchObject({
      ok: false,
      problem: { detail: expect.stringMatching(/^Cancelled.*It goes on there/) as string },
    });
    const second = watch();
    must(await host.awaitLeftovers(second.watcher));
    expect(second.lines).toEqual(["begin", "end"]);
    await host.close();
  });

  it("is nothing to wait for when the host is only read", async () => {
    await diedDuring("echo begin; sleep 1");
    const reading = new JobHost({
      hostId: NAME as HostId,
      owner: null,
      moved: () => Promise.resolve(),
      borrow: () => Promise.reject(new Error("not connected")),
    });
    must(await reading.awaitLeftovers(watch().watcher));
  });
});
