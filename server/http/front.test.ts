import type { AddressInfo } from "node:net";
import { request as httpRequest } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { parseAddressRange } from "./client-address";
import { createFront } from "./front";
import { ADDRESS_HEADER, SECURE_HEADER } from "./headers";

let panel: TestContainer;
let server: ReturnType<typeof createFront>;
let port: number;

/** A front door before a room that repeats what it was told. */
async function open(changes: Parameters<typeof testContainer>[0] = {}) {
  panel = await testContainer(changes);
  server = createFront(panel.container, {
    pages: Promise.resolve(async (request, response) => {
      response.end(JSON.stringify(request.headers));
    }),
    live: (_, socket) =>
      void socket.end("HTTP/1.1 101 Let in\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
    developmentUpgrade: null,
    clusters: {
      request: async (_, response) => void response.end("to a cluster"),
      upgrade: async (_, socket) => void socket.end("HTTP/1.1 101 To a cluster\r\n\r\n"),
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
}

beforeEach(() => open());
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await panel[Symbol.asyncDispose]();
});

interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Without fetch, which writes its own Sec-Fetch-Site and Origin. */
const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<Said>((resolve, reject) => {
    httpRequest({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on("upgrade", (response, socket) => {
        socket.destroy();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: "" });
      })
      .on("error", reject)
      .end();
  });

const own = () => `http://127.0.0.1:${port}`;

test("every answer carries a strict policy with a nonce of its own, which Next is told too", async () => {
  const first = await send("GET", "/");
  const second = await send("GET", "/");
  const policy = String(first.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
  expect(policy).not.toContain("unsafe-eval");
  expect(second.headers["content-security-policy"]).not.toBe(policy);
  expect(JSON.parse(first.body)["content-security-policy"]).toBe(policy);
  expect(first.headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
  });
});

test.each([
  ["another site by Origin", { origin: "http://evil.test" }],
  ["no site at all by Origin", { origin: "null" }],
  ["another site by Sec-Fetch-Site", { "sec-fetch-site": "cross-site" }],
  ["a sister domain", { "sec-fetch-site": "same-site" }],
  ["nowhere, but with a session", { cookie: "gandalf=abc" }],
  ["two contradicting places", { "sec-fetch-site": "same-origin", origin: "http://evil.test" }],
])("a change that comes from %s is refused", async (_, headers: Record<string, string>) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const answer = await send(method, "/api/v1/hosts", headers);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body).code).toBe("auth.foreign-origin");
  }
});

test("a change from the panel's own page, or from a program without a session, is let in", async () => {
  const fromPage = { origin: own(), "sec-fetch-site": "same-origin", cookie: "gandalf=abc" };
  expect((await send("POST", "/", fromPage)).status).toBe(200);
  expect((await send("POST", "/", { origin: own(), cookie: "gandalf=abc" })).status).toBe(200);
  expect((await send("POST", "/")).status).toBe(200);
});

test("reading needs no origin: links from elsewhere work", async () => {
  expect((await send("GET", "/", { "sec-fetch-site": "cross-site" })).status).toBe(200);
});

test("whatever a client writes into the front door's own headers is replaced", async () => {
  const answer = await send("GET", "/", {
    [ADDRESS_HEADER]: "203.0.113.9",
    [SECURE_HEADER]: "1",
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "https",
  });
  expect(JSON.parse(answer.body)).toMatchObject({
    [ADDRESS_HEADER]: "127.0.0.1",
    [SECURE_HEADER]: "0",
  });
});

test("a configured proxy is believed, and https then brings HSTS", async () => {
  server.close();
  const loopback = parseAddressRange("127.0.0.1");
  await panel[Symbol.asyncDispose]();
  await open({ trustedProxies: loopback === null ? [] : [loopback] });
  const answer = await send("GET", "/", {
    "x-forwarded-for": "198.51.100.1, 203.0.113.9",
    "x-forwarded-proto": "https",
  });
  expect(JSON.parse(answer.body)).toMatchObject({
    [ADDRESS_HEADER]: "203.0.113.9",
    [SECURE_HEADER]: "1",
  });
  expect(answer.headers["strict-transport-security"]).toContain("max-age=");
});

const upgrade = (path: string, headers: Record<string, string>) =>
  send("GET", path, { connection: "Upgrade", upgrade: "websocket", ...headers });

test.each(["/live/?EIO=4&transport=websocket", "/_next/hmr", "/"])(
  "an upgrade of %s without an Origin, or with a foreign one, is refused",
  async (path) => {
    expect((await upgrade(path, {})).status).toBe(403);
    expect((await upgrade(path, { origin: "http://evil.test" })).status).toBe(403);
    expect((await upgrade(path, { origin: "null" })).status).toBe(403);
    expect((await upgrade(path, { origin: `${own()}.evil.test` })).status).toBe(403);
  },
);

test("the panel's own pages may upgrade the live socket and nothing else", async () => {
  expect((await upgrade("/live/", { origin: own() })).status).toBe(101);
  expect((await upgrade("/anything", { origin: own() })).status).toBe(403);
});

test("healthz says alive, readyz says whether the database can be written", async () => {
  expect(JSON.parse((await send("GET", "/healthz")).body)).toEqual({ status: "alive" });
  expect((await send("GET", "/readyz")).status).toBe(200);
  expect(await panel.container.db.setting.count()).toBe(0);
  await panel.container.db.$executeRawUnsafe("PRAGMA query_only = ON");
  const answer = await send("GET", "/readyz");
  expect(answer.status).toBe(507);
  expect(JSON.parse(answer.body).detail).toContain("gandalf.db cannot be written");
});
