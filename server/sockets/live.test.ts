import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ROLES, type UserRole } from "@/lib/schemas/session";
import { allows } from "@/server/auth/permissions";
import { createFront } from "@/server/http/front";
import { signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import type { SocketAnswer } from "./define-socket-event";
import { SOCKET_EVENTS } from "./events";
import { createLive, type Live } from "./live";

let panel: TestContainer;
let live: Live;
let server: ReturnType<typeof createFront>;
let origin: string;
let open: Socket[];

beforeEach(async () => {
  panel = await testContainer();
  live = createLive(panel.container);
  const pages = Promise.resolve(async () => {});
  const clusters = { request: async () => {}, upgrade: async () => {} };
  const behind = { pages, live: live.upgrade, developmentUpgrade: null, clusters };
  server = createFront(panel.container, behind);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  open = [];
});

afterEach(async () => {
  for (const socket of open) socket.disconnect();
  await live.close();
  server.closeAllConnections();
  server.close();
  await panel[Symbol.asyncDispose]();
});

/** Connects as a browser with these headers would; rejects with the server's refusal. */
function connect(headers: Record<string, string>): Promise<Socket> {
  const socket = io(origin, {
    path: "/live/",
    transports: ["websocket"],
    reconnection: false,
    extraHeaders: headers,
    forceNew: true,
  });
  open.push(socket);
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}

const connectAs = async (role: UserRole) => {
  const session = await signedIn(panel.container, role);
  return { session, socket: await connect({ origin, cookie: session.cookie }) };
};

const ask = (socket: Socket, event: string, input: unknown): Promise<SocketAnswer> =>
  socket.emitWithAck(event, input);

const next = (socket: Socket, event: string) =>
  new Promise<unknown>((resolve) => socket.once(event, resolve));

const job = () =>
  panel.container.db.job.create({
    data: { number: 1, operation: "{}", title: "Create", startedBy: "Ada" },
  });

test("without a session there is no socket", async () => {
  await expect(connect({ origin })).rejects.toMatchObject({ data: { code: "auth.required" } });
  await expect(connect({ origin, cookie: "gandalf=wrong" })).rejects.toMatchObject({
    message: "auth.required",
  });
});

test("with a session, a foreign or missing Origin is still refused", async () => {
  const { cookie } = await signedIn(panel.container, "administrator");
  await expect(connect({ origin: "http://evil.test", cookie })).rejects.toThrow();
  await expect(connect({ cookie })).rejects.toThrow();
});

test("a subscriber hears its job's events, in order, and nobody else's", async () => {
  const { socket } = await connectAs("viewer");
  const { id } = await job();
  expect(await ask(socket, "subscribe", { topic: `job:${id}` })).toEqual({ ok: true });
  const heard: unknown[] = [];
  socket.on("job", (event) => heard.push(event));
  const event = (seq: number) => ({ seq, at: "", type: "node.checking", node: "n" }) as const;
  panel.container.bus.emit("job.events", { jobId: "another", events: [event(1)] });
  panel.container.bus.emit("job.events", { jobId: id, events: [event(1), event(2)] });
  panel.container.bus.emit("job.events", { jobId: id, events: [event(3)] });
  await ask(socket, "unsubscribe", { topic: `job:${id}` });
  panel.container.bus.emit("job.events", { jobId: id, events: [event(4)] });
  await ask(socket, "subscribe", { topic: "jobs" }); // an answer that comes after all of the above
  expect(heard).toEqual([
    { jobId: id, events: [event(1), event(2)] },
    { jobId: id, events: [event(3)] },
  ]);
});

test.each(["job:doesnotexist", "kube:nocluster:pods", "session:abc", "jobs ", "", "job:../x"])(
  "the topic %j, which is none or of no object, is not found",
  async (topic) => {
    const { socket } = await connectAs("administrator");
    expect(await ask(socket, "subscribe", { topic })).toMatchObject({
      problem: { code: "object.not-found" },
    });
  },
);

test("another session's room cannot be entered by its socket id", async () => {
  const { socket } = await connectAs("viewer");
  const { socket: other } = await connectAs("viewer");
  expect(await ask(socket, "subscribe", { topic: other.id })).toHaveProperty("problem");
});

test("input that is not a subscription is refused, and the socket lives on", async () => {
  const { socket } = await connectAs("viewer");
  for (const input of [null, "jobs", { topic: 1 }, { topic: "x".repeat(500) }, [1]])
    expect(await ask(socket, "subscribe", input)).toMatchObject({
      problem: { code: "input.invalid" },
    });
  socket.emit("subscribe", { topic: "jobs" }); // without asking for an answer
  expect(await ask(socket, "subscribe", { topic: "hosts" })).toEqual({ ok: true });
});

test("a session that expired is noticed at the next event", async () => {
  const { socket } = await connectAs("operator");
  panel.clock.advance(13 * 3_600_000);
  const gone = next(socket, "disconnect");
  expect(await ask(socket, "subscribe", { topic: "jobs" })).toMatchObject({
    problem: { code: "auth.required" },
  });
  await gone;
});

test("signing out silences the open sockets of that session at once", async () => {
  const { socket, session } = await connectAs("operator");
  const { socket: bystander } = await connectAs("operator");
  const gone = next(socket, "disconnect");
  await panel.container.sessions.close(session.token);
  await gone;
  expect(bystander.connected).toBe(true);
});

test("a listener whose session expired or whose role changed is disconnected by the recheck", async () => {
  const { socket, session } = await connectAs("operator");
  await live.recheck();
  expect(socket.connected).toBe(true);
  await panel.container.db.user.update({ where: { id: session.id }, data: { role: "viewer" } });
  const gone = next(socket, "disconnect");
  await live.recheck();
  await gone;
});

test("a hundred changes of a list at once are two words, the first and the last", async () => {
  const { socket } = await connectAs("viewer");
  await ask(socket, "subscribe", { topic: "hosts" });
  let heard = 0;
  socket.on("hosts", () => (heard += 1));
  const first = next(socket, "hosts");
  for (let n = 0; n < 100; n += 1) panel.container.bus.emit("hosts.changed", {});
  await first;
  await next(socket, "hosts");
  expect(heard).toBe(2);
});

const GUARDED = Object.entries(SOCKET_EVENTS).map(([name, { permission }]) => ({
  name,
  permission,
}));

test.each(GUARDED)("$name is for roles with $permission only", async ({ name, permission }) => {
  for (const role of ROLES) {
    const { socket } = await connectAs(role);
    const answer = await ask(socket, name, {});
    // An input that is none is looked at only after the permission.
    const code = allows(role, permission) ? "input.invalid" : "auth.forbidden";
    expect(answer, role).toMatchObject({ problem: { code } });
  }
});

const LOG = { stream: "s", namespace: "web", pod: "shop", container: "main" };

test("a log is of a cluster that exists, asked for in full, and ends with its connection", async () => {
  const { socket } = await connectAs("viewer");
  const { id: clusterId } = await panel.container.db.cluster.create({
    data: { name: "lab", spec: "{}" },
  });
  expect(await ask(socket, "log.open", { ...LOG, clusterId: "cnothing12345" })).toMatchObject({
    problem: { code: "object.not-found" },
  });
  for (const wrong of [{ pod: "../x" }, { pod: "" }, { container: "A B" }, { tailLines: -1 }])
    expect(await ask(socket, "log.open", { ...LOG, clusterId, ...wrong })).toMatchObject({
      problem: { code: "input.invalid" },
    });
  const said: unknown[] = [];
  socket.on("log.state", (state) => said.push(state));
  expect(await ask(socket, "log.open", { ...LOG, clusterId })).toEqual({ ok: true });
  // The panel has no way to this cluster: it is said, and tried again.
  const problem = expect.objectContaining({ code: "cluster.credentials" }) as unknown;
  await vi.waitFor(() =>
    expect(said).toEqual([
      { stream: "s", state: "opening" },
      { stream: "s", state: "reconnecting", problem },
    ]),
  );
  expect(await ask(socket, "log.close", { stream: "s" })).toEqual({ ok: true });
});

test("one connection holds a bounded number of logs open", async () => {
  const { socket } = await connectAs("viewer");
  const { id: clusterId } = await panel.container.db.cluster.create({
    data: { name: "lab", spec: "{}" },
  });
  const open = (n: number) => ask(socket, "log.open", { ...LOG, clusterId, stream: `s${n}` });
  for (let n = 0; n < 32; n += 1) expect(await open(n)).toEqual({ ok: true });
  expect(await open(32)).toMatchObject({ problem: { code: "input.too-large" } });
  expect(await open(3)).toEqual({ ok: true }); // the same again replaces itself
});

test("areas hear when the first browser opens a topic and when the last one leaves", async () => {
  const said: string[] = [];
  panel.container.bus.on("topic.opened", ({ topic }) => said.push(`+${topic}`));
  panel.container.bus.on("topic.closed", ({ topic }) => said.push(`-${topic}`));
  const { socket: one } = await connectAs("viewer");
  const { socket: two } = await connectAs("viewer");
  await ask(one, "subscribe", { topic: "hosts" });
  await ask(two, "subscribe", { topic: "hosts" });
  await ask(one, "unsubscribe", { topic: "hosts" });
  expect(said).toEqual(["+hosts"]);
  await ask(two, "unsubscribe", { topic: "hosts" });
  expect(said).toEqual(["+hosts", "-hosts"]);
});
