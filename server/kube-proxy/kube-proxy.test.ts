import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect as connectTcp } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EchoApi } from "./testing/echo-api";
import { openPanel, type OpenPanel } from "./testing/open-panel";
import { panelCertificate, TLS_SERVER_NAME } from "./panel-certificate";

let api: EchoApi;
let open: OpenPanel;
let token: string;
let userId: string;
let tokenId: string;

beforeEach(async () => {
  api = await EchoApi.start();
  open = await openPanel(api.hub);
  ({ token, userId, tokenId } = await open.tokenFor("operator"));
});
afterEach(async () => {
  await open[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

type Headers = Record<string, string | string[]>;
const own = (): Headers => ({ authorization: `Bearer ${token}` });

/** Sends as written: nothing is normalised on the way. */
function begin(path: string, options: { method?: string; headers?: Headers; body?: Buffer } = {}) {
  const { method = "GET", headers = own(), body } = options;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const target = path.startsWith("/api") ? `/k8s/${open.clusterId}${path}` : path;
    httpRequest({ host: "127.0.0.1", port: open.port, method, path: target, headers }, resolve)
      .on("error", reject)
      .end(body);
  });
}

async function send(...args: Parameters<typeof begin>) {
  const answer = await begin(...args);
  let body = "";
  for await (const chunk of answer.setEncoding("utf8") as AsyncIterable<string>) body += chunk;
  return { status: answer.statusCode, headers: answer.headers, body };
}

const audited = () => open.container.db.auditEntry.findMany({ orderBy: { id: "asc" } });

/** A connection that was upgraded, and what came back before that. */
function upgrade(path: string, headers: Headers) {
  return new Promise<{
    status: number;
    socket: Duplex | null;
    headers: IncomingMessage["headers"];
  }>((resolve, reject) => {
    const target = `/k8s/${open.clusterId}${path}`;
    const options = { host: "127.0.0.1", port: open.port, method: "POST", path: target, headers };
    httpRequest(options)
      .on("upgrade", ({ statusCode = 0, headers: said }, socket) =>
        resolve({ status: statusCode, socket, headers: said }),
      )
      .on("response", (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, socket: null, headers: answer.headers });
      })
      .on("error", reject)
      .end();
  });
}

const spdy = () => ({ ...own(), connection: "Upgrade", upgrade: "SPDY/3.1" });

test("a request goes on as the panel's person and nobody else", async () => {
  const answer = await send("/api/v1/pods?limit=5", {
    headers: {
      ...own(),
      accept: "application/json",
      cookie: "gandalf=x",
      "x-remote-user": "system:admin",
      "x-remote-group": "system:masters",
      "x-forwarded-for": "1.2.3.4",
    },
  });
  expect(answer.status).toBe(200);
  expect(api.reached).toHaveLength(1);
  const [{ url, headers }] = api.reached as [EchoApi["reached"][number]];
  expect(url).toBe("/api/v1/pods?limit=5");
  expect(headers).toMatchObject({
    authorization: "Bearer the-panels-own",
    "impersonate-user": `gandalf:${userId}`,
    "impersonate-group": "gandalf:operator",
    accept: "application/json",
  });
  for (const name of ["cookie", "x-remote-user", "x-remote-group", "x-forwarded-for"])
    expect(headers).not.toHaveProperty(name);
});

test("an answer cannot act on the panel's own address", async () => {
  const { headers } = await send("/api/v1/namespaces/web/services/shop/proxy/");
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test.each([
  ["no token", {}],
  ["a browser's session", { cookie: "gandalf=abc" }],
  ["another scheme", { authorization: "Basic YTpi" }],
  ["a forged token", { authorization: `Bearer ${"A".repeat(43)}` }],
  ["an overlong token", { authorization: `Bearer ${"A".repeat(10_000)}` }],
])("%s is nobody", async (_, headers: Headers) => {
  const answer = await send("/api/v1/pods", { headers });
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.body)).toMatchObject({ kind: "Status", reason: "Unauthorized" });
  expect(api.reached).toEqual([]);
});

test("a session of the panel opens nothing here, not even with its cookie", async () => {
  const session = await open.container.sessions.open(userId, { address: "x", userAgent: "x" });
  expect((await send("/api/v1/pods", { headers: { cookie: `gandalf=${session}` } })).status).toBe(
    401,
  );
  const bearer = { authorization: `Bearer ${session}` };
  expect((await send("/api/v1/pods", { headers: bearer })).status).toBe(401);
});

test.each(["Impersonate-User", "impersonate-group", "IMPERSONATE-UID", "Impersonate-Extra-Scopes"])(
  "%s from outside is refused",
  async (name) => {
    const answer = await send("/api/v1/pods", { headers: { ...own(), [name]: "system:admin" } });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body).message).toMatch(/Gandalf decides who you are/);
    const upgraded = await upgrade("/api/v1/namespaces/a/pods/b/exec", { ...spdy(), [name]: "x" });
    expect(upgraded.status).toBe(403);
    expect(api.reached).toEqual([]);
  },
);

test.each([
  "/api/v1/../../api/v1/secrets",
  "/api/v1/%2e%2e/secrets",
  "/api/v1//secrets",
  "/api/v1/namespaces%2fkube-system/secrets",
  "/api/v1/pods%00",
])("the path %s is refused before anybody reads it", async (path) => {
  expect((await send(path)).status).toBe(400);
  expect(api.reached).toEqual([]);
});

test("a token opens its own cluster only", async () => {
  const other = await open.container.db.cluster.create({ data: { name: "other", spec: "{}" } });
  const answer = await send(`/k8s/${other.id}/api/v1/pods`);
  expect(answer.status).toBe(403);
  expect(api.reached).toEqual([]);
});

test("a revoked or expired token, and one of a disabled person, opens nothing", async () => {
  const { db, kubeTokens } = open.container;
  await kubeTokens.revoke({ id: tokenId, clusterId: open.clusterId });
  expect((await send("/api/v1/pods")).status).toBe(401);
  ({ token } = await open.tokenFor("viewer"));
  open.panel.clock.advance(25 * 3_600_000);
  expect((await send("/api/v1/pods")).status).toBe(401);
  ({ token, userId } = await open.tokenFor("viewer"));
  expect((await send("/api/v1/pods")).status).toBe(200);
  await db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect((await send("/api/v1/pods")).status).toBe(401);
});

test("changes are recorded with verb and object, never with their body; looking is not", async () => {
  const before = (await audited()).length;
  await send("/api/v1/namespaces/web/pods");
  const body = Buffer.from(`{"data":{"password":"hunter2"}}`);
  const headers = { ...own(), "content-type": "application/json" };
  await send("/api/v1/namespaces/web/secrets?dryRun=All", { method: "POST", headers, body });
  await vi.waitFor(async () => expect(await audited()).toHaveLength(before + 1));
  const entry = (await audited()).at(-1);
  expect(entry).toMatchObject({
    userId,
    action: "kubectl.create",
    object: `cluster:${open.clusterId}`,
    address: "127.0.0.1",
  });
  expect(JSON.parse(entry?.detail ?? "")).toMatchObject({
    verb: "create",
    resource: "secrets",
    namespace: "web",
    httpStatus: 200,
    dryRun: true,
    token: "laptop",
  });
  expect(JSON.stringify(await audited())).not.toContain("hunter2");
  expect(api.reached.at(-1)?.bodyBytes).toBe(body.length);
});

test("a body that says it is too large, or turns out to be, is refused", async () => {
  const length = { ...own(), "content-length": String(17 * 1024 * 1024) };
  const declared = new Promise<number>((resolve, reject) => {
    const path = `/k8s/${open.clusterId}/api/v1/namespaces`;
    const options = { host: "127.0.0.1", port: open.port, method: "POST", path, headers: length };
    const sent = httpRequest(options, (answer) => resolve(answer.statusCode ?? 0));
    sent.on("error", reject).flushHeaders();
  });
  expect(await declared).toBe(413);
  const headers = { ...own(), "transfer-encoding": "chunked" };
  const body = Buffer.alloc(17 * 1024 * 1024);
  const sent = send("/api/v1/namespaces", { method: "POST", headers, body });
  // Depending on who is faster the client reads the refusal, or finds the connection closed.
  const status = await sent.then(
    (answer) => answer.status,
    () => 413,
  );
  expect(status).toBe(413);
  expect(api.reached).toEqual([]);
});

test("a watch arrives line by line, and ends at once when its token is revoked", async () => {
  const answer = await begin("/api/v1/pods?watch=true");
  const lines: string[] = [];
  answer.setEncoding("utf8").on("data", (chunk: string) => lines.push(chunk));
  const closed = new Promise((resolve) => answer.once("close", resolve));
  answer.on("error", () => {});
  const [watch] = api.watches;
  watch?.write(`{"type":"ADDED"}\n`);
  await vi.waitFor(() => expect(lines).toEqual([`{"type":"ADDED"}\n`]));
  watch?.write(`{"type":"MODIFIED"}\n`);
  await vi.waitFor(() => expect(lines).toHaveLength(2));
  expect(open.container.kubeTokens.streams.count(tokenId)).toBe(1);
  await open.container.kubeTokens.revoke({ id: tokenId, clusterId: open.clusterId });
  await closed;
  await vi.waitFor(() => expect(api.watches.size).toBe(0));
  expect(open.container.kubeTokens.streams.count(tokenId)).toBe(0);
});

test("who loses a role loses what runs with it", async () => {
  const answer = await begin("/api/v1/pods?watch=true");
  const closed = new Promise((resolve) => answer.once("close", resolve));
  answer.on("error", () => {}).resume();
  await open.container.kubeTokens.recheck();
  expect(api.watches.size).toBe(1);
  await open.container.db.user.update({ where: { id: userId }, data: { role: "viewer" } });
  await open.container.kubeTokens.recheck();
  await closed;
});

test("a client that leaves ends its watch, one that does not read is not read ahead for", async () => {
  const watch = await begin("/api/v1/pods?watch=true");
  watch.on("error", () => {}).destroy();
  await vi.waitFor(() => expect(api.watches.size).toBe(0));
  const flood = await begin("/api/v1/flood"); // not read
  let before = -1;
  await vi.waitFor(
    () => {
      const stands = api.floodBytes === before;
      before = api.floodBytes;
      expect(stands).toBe(true);
    },
    { interval: 200 },
  );
  expect(api.floodBytes).toBeLessThan(32 * 1024 * 1024);
  flood.on("error", () => {}).destroy();
});

test.each(["SPDY/3.1", "websocket"])("%s is joined both ways, byte by byte", async (protocol) => {
  const headers = { ...spdy(), upgrade: protocol, "sec-websocket-protocol": "v5.channel.k8s.io" };
  const {
    status,
    socket,
    headers: said,
  } = await upgrade("/api/v1/namespaces/a/pods/b/exec", headers);
  expect(status).toBe(101);
  expect(said["set-cookie"]).toBeUndefined();
  expect(api.reached[0]?.headers).toMatchObject({ "impersonate-group": "gandalf:operator" });
  const sent = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 251));
  let back = Buffer.alloc(0);
  socket?.on("data", (chunk: Buffer) => (back = Buffer.concat([back, chunk])));
  socket?.write(sent);
  await vi.waitFor(() => expect(back.equals(sent)).toBe(true));
  await vi.waitFor(async () =>
    expect((await audited()).at(-1)).toMatchObject({ action: "kubectl.exec" }),
  );
  const closed = new Promise((resolve) => socket?.once("close", resolve));
  await open.container.kubeTokens.revoke({ id: tokenId, clusterId: open.clusterId });
  await closed;
  await vi.waitFor(() => expect(api.upgraded.size).toBe(0));
});

test("an upgrade needs the token, a known protocol, and the API's consent", async () => {
  const path = "/api/v1/namespaces/a/pods/b/exec";
  const without = { connection: "Upgrade", upgrade: "websocket", cookie: "gandalf=x" };
  expect((await upgrade(path, without)).status).toBe(401);
  expect((await upgrade(path, { ...spdy(), upgrade: "h2c" })).status).toBe(400);
  const smuggled = { "sec-websocket-protocol": "base64url.bearer.authorization.k8s.io.eA" };
  expect((await upgrade(path, { ...spdy(), ...smuggled })).status).toBe(403);
  expect((await upgrade("/api/v1/namespaces/a/pods/forbidden/exec", spdy())).status).toBe(403);
  expect((await upgrade("/api//v1", spdy())).status).toBe(400);
});

test("an API that is away is said in kubectl's words", async () => {
  await api[Symbol.asyncDispose]();
  const answer = await send("/api/v1/pods");
  expect(answer.status).toBe(502);
  expect(JSON.parse(answer.body)).toMatchObject({ kind: "Status", code: 502 });
});

test("the same port speaks TLS, to kubectl only", async () => {
  const { certificatePem } = await panelCertificate(open.container.vault, open.panel.clock);
  const over = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const tls = { ca: certificatePem, servername: TLS_SERVER_NAME };
      const options = { host: "127.0.0.1", port: open.port, path, headers: own(), ...tls };
      httpsRequest(options, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });
  expect(await over(`/k8s/${open.clusterId}/api/v1/pods`)).toBe(200);
  expect(await over("/")).toBe(404);
  expect((await send("/")).body).toBe("a page");
});

test("neither a shell that runs nor a connection that says nothing holds up the panel's end", async () => {
  const silent = connectTcp(open.port, "127.0.0.1");
  await new Promise((resolve) => silent.once("connect", resolve));
  const { socket } = await upgrade("/api/v1/namespaces/a/pods/b/exec", spdy());
  const watch = await begin("/api/v1/pods?watch=true");
  const all = [silent, socket, watch].map(
    (stream) => new Promise((resolve) => stream?.on("error", () => {}).once("close", resolve)),
  );
  watch.resume();
  silent.resume();
  await open[Symbol.asyncDispose]();
  await Promise.all(all);
  open = await openPanel(api.hub);
});

test("a connection that breaks off in its first byte leaves the panel well", async () => {
  for (const first of [Buffer.alloc(0), Buffer.of(0x16), Buffer.of(0x16, 3, 1, 0xff, 0xff, 9)]) {
    const socket = connectTcp(open.port, "127.0.0.1");
    await new Promise((resolve) => socket.write(first, resolve));
    socket.destroy();
  }
  expect((await send("/")).status).toBe(200);
});
