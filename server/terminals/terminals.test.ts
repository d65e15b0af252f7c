import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fail } from "@/lib/core/result";
import type { SessionUser, UserRole } from "@/lib/schemas/session";
import type { ContainerShellInput, ShellEnd } from "@/lib/schemas/terminal";
import { tokenHash } from "@/server/auth/token";
import { signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { FakeExecApi } from "./testing/fake-exec-api";
import type { Opener } from "./opener";
import { createTerminals, type Terminals } from "./terminals";

const unreachable = { code: "ssh.unreachable" as const, detail: "away", remedies: [] };

let api: FakeExecApi;
let panel: TestContainer;
let terminals: Terminals;

beforeEach(async () => {
  api = await FakeExecApi.start();
  panel = await testContainer();
  const consoles = { open: async () => fail(unreachable) };
  terminals = createTerminals({ ...panel.container, kube: api.hub, consoles });
});
afterEach(async () => {
  await panel[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const WANTED: ContainerShellInput = {
  ...{ clusterId: "cabcdefgh123", namespace: "web", pod: "shop", container: "main" },
  ...{ shell: "auto", cols: 80, rows: 24 },
};

async function opener(role: UserRole = "operator"): Promise<Opener & { token: string }> {
  const { token } = await signedIn(panel.container, role);
  const user = (await panel.container.sessions.find(token)) as SessionUser;
  return { user, address: "192.0.2.7", sessionHash: tokenHash(token), token };
}

async function open(by: Opener) {
  const opened = await terminals.openInContainer(by, WANTED);
  if (!opened.ok) throw new Error(opened.problem.detail);
  return opened.value;
}

/** A page that shows it; `hold` keeps its answers back. */
function look(whose: { id: string; user: SessionUser }) {
  const page = {
    text: "",
    bytes: 0,
    ends: [] as Omit<ShellEnd, "id">[],
    hold: false,
    held: [] as (() => void)[],
  };
  const attached = terminals.attach(whose, {
    data: (data, taken) => {
      page.bytes += data.length;
      if (page.bytes < 1_000_000) page.text += data.toString();
      if (page.hold) page.held.push(taken);
      else taken();
    },
    end: (end) => page.ends.push(end),
  });
  if (!attached.ok) throw new Error(attached.problem.detail);
  return Object.assign(page, { detach: attached.value.detach });
}

const actions = async () =>
  (await panel.container.db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(
    ({ action, detail }) => ({ action, detail: JSON.parse(detail) as Record<string, unknown> }),
  );

test("a shell runs in the person's own name, is typed into and resized", async () => {
  const by = await opener();
  const id = await open(by);
  const page = look({ id, user: by.user });
  const [{ headers, url = "" }] = api.asked as [IncomingMessage];
  expect(headers).toMatchObject({
    "impersonate-user": `gandalf:${by.user.id}`,
    "impersonate-group": "gandalf:operator",
    authorization: "Bearer own",
    "sec-websocket-protocol": "v5.channel.k8s.io,v4.channel.k8s.io",
  });
  const asked = new URL(url, "http://x");
  expect(asked.pathname).toBe("/api/v1/namespaces/web/pods/shop/exec");
  expect(asked.searchParams.getAll("command")[0]).toBe("sh");
  terminals.write({ id, user: by.user }, "echo grüße\r");
  await vi.waitFor(() => expect(page.text).toBe("echo grüße\r"));
  terminals.resize({ id, user: by.user }, { cols: 120, rows: 40 });
  await vi.waitFor(() =>
    expect(api.sizes).toEqual([
      { Width: 80, Height: 24 },
      { Width: 120, Height: 40 },
    ]),
  );
});

test("a page that comes back finds what was said last, and goes on", async () => {
  const by = await opener();
  const id = await open(by);
  const page = look({ id, user: by.user });
  api.say("before\r\n");
  await vi.waitFor(() => expect(page.text).toBe("before\r\n"));
  page.detach();
  api.say("meanwhile\r\n");
  terminals.write({ id, user: by.user }, "x");
  await vi.waitFor(() => expect(api.typed).toEqual(["x"]));
  const again = look({ id, user: by.user });
  await vi.waitFor(() => expect(again.text).toBe("before\r\nmeanwhile\r\nx"));
});

test("nobody else sees it, types into it or closes it, administrators included", async () => {
  const id = await open(await opener());
  const { user } = await opener("administrator");
  const outlet = { data: () => {}, end: () => {} };
  for (const answer of [
    terminals.attach({ id, user }, outlet),
    terminals.write({ id, user }, "rm -rf /\r"),
    terminals.resize({ id, user }, { cols: 10, rows: 10 }),
    terminals.close({ id, user }),
  ])
    expect(answer).toMatchObject({ ok: false, problem: { code: "object.not-found" } });
  expect(api.typed).toEqual([]);
});

test("opening and closing are written down, what was typed is not", async () => {
  const by = await opener();
  const id = await open(by);
  terminals.write({ id, user: by.user }, "hunter2\r");
  await vi.waitFor(() => expect(api.typed).toHaveLength(1));
  terminals.close({ id, user: by.user });
  await vi.waitFor(async () => expect(await actions()).toHaveLength(2));
  const [opened, closed] = await actions();
  expect(opened).toEqual({
    action: "shell.open",
    detail: { namespace: "web", pod: "shop", container: "main" },
  });
  expect(closed).toMatchObject({ action: "shell.close", detail: { reason: "closed" } });
  expect(JSON.stringify(await actions())).not.toContain("hunter2");
});

const FAILURE = { kind: "Status", status: "Failure", reason: "InternalError" };

test("an image without a shell is said in words, however late one looks", async () => {
  api.status = {
    ...FAILURE,
    message: `error executing command in container: exec: "sh": executable file not found in $PATH`,
  };
  const by = await opener();
  const id = await open(by);
  await vi.waitFor(async () => expect(await actions()).toHaveLength(2));
  const page = look({ id, user: by.user });
  await vi.waitFor(() => expect(page.ends).toHaveLength(1));
  expect(page.ends[0]?.problem?.detail).toBe(
    "The image of main has no shell: nothing can be typed into it.",
  );
});

test("the shell's exit code is told; a connection that breaks off is told apart", async () => {
  const by = await opener();
  const page = look({ id: await open(by), user: by.user });
  const causes = [{ reason: "ExitCode", message: "130" }];
  api.end({ ...FAILURE, reason: "NonZeroExitCode", details: { causes } });
  await vi.waitFor(() =>
    expect(page.ends).toEqual([{ exitCode: 130, reason: "exited", problem: null }]),
  );
  const other = look({ id: await open(by), user: by.user });
  api.socket?.terminate();
  await vi.waitFor(() => expect(other.ends[0]).toMatchObject({ reason: "lost", exitCode: null }));
});

test("the cluster's refusal is passed on", async () => {
  api.refuse = { code: 403, message: "pods is forbidden" };
  const answer = await terminals.openInContainer(await opener(), WANTED);
  expect(answer).toMatchObject({ ok: false, problem: { code: "cluster.refused" } });
  expect(JSON.stringify(answer)).toContain("pods is forbidden");
});

test("signing out ends it at once; losing the right or leaving it alone ends it soon", async () => {
  const leaver = await opener();
  const left = look({ id: await open(leaver), user: leaver.user });
  await panel.container.sessions.close(leaver.token);
  await vi.waitFor(() => expect(left.ends[0]?.reason).toBe("signed-out"));
  const demoted = await opener();
  const lost = look({ id: await open(demoted), user: demoted.user });
  const idle = await opener();
  const kept = look({ id: await open(idle), user: idle.user });
  await terminals.recheck();
  expect([...lost.ends, ...kept.ends]).toEqual([]);
  const where = { id: demoted.user.id };
  await panel.container.db.user.update({ where, data: { role: "viewer" } });
  await terminals.recheck();
  await vi.waitFor(() => expect(lost.ends[0]?.reason).toBe("signed-out"));
  panel.clock.advance(61 * 60_000);
  await terminals.recheck();
  await vi.waitFor(() => expect(kept.ends[0]?.reason).toBe("idle"));
});

test("one person has a bounded number of them", async () => {
  const by = await opener();
  for (let n = 0; n < 12; n += 1) await open(by);
  const answer = await terminals.openInContainer(by, WANTED);
  expect(answer).toMatchObject({ ok: false, problem: { code: "input.too-large" } });
});

test(
  "a program that prints without end is not read faster than the page draws",
  { timeout: 20_000 },
  async () => {
    const by = await opener();
    const page = look({ id: await open(by), user: by.user });
    page.hold = true;
    const chunk = Buffer.alloc(60_000, "y");
    for (let n = 0; n < 500; n += 1) api.say(chunk); // 30 MB
    await vi.waitFor(() => expect(page.held).toHaveLength(4));
    expect(page.bytes).toBeLessThanOrEqual(4 * 65_536);
    page.hold = false;
    while (page.held.length > 0) page.held.shift()?.();
    await vi.waitFor(() => expect(page.bytes).toBe(500 * 60_000), { timeout: 10_000 });
  },
);
