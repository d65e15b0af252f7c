import { readFileSync, globSync } from "node:fs";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { io } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFront } from "@/server/http/front";
import { createKubeProxy, type KubeProxy } from "@/server/kube-proxy/kube-proxy";
import { signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { createLive, type Live } from "./live";

const ROOT = join(import.meta.dirname, "../..");

/** Every door that upgrades, as server/http/front.ts names it, and a path behind it. A new one is entered here. */
const DOORS: Readonly<Record<string, string>> = {
  LIVE_PATH: "/live/?EIO=4&transport=websocket",
  PROXY_PREFIX: "/k8s/cnothing12345678901234567/api/v1/namespaces/web/pods/a/exec",
};

let panel: TestContainer;
let live: Live;
let proxy: KubeProxy;
let server: ReturnType<typeof createFront>;
let origin: string;

beforeEach(async () => {
  panel = await testContainer();
  live = createLive(panel.container);
  proxy = createKubeProxy(panel.container);
  server = createFront(panel.container, {
    pages: Promise.resolve(async (_, response) => void response.end("a page")),
    live: live.upgrade,
    developmentUpgrade: null,
    clusters: proxy,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await live.close();
  proxy.close();
  server.closeAllConnections();
  server.close();
  await panel[Symbol.asyncDispose]();
});

type Headers = Readonly<Record<string, string>>;

/** Everybody who must stay outside, with the cookie that they come with. */
const STRANGERS: Readonly<Record<string, () => Promise<Headers>>> = {
  nobody: async () => ({}),
  "a forged session": async () => ({ cookie: `gandalf=${"a".repeat(43)}` }),
  "an expired session": async () => {
    const { cookie } = await signedIn(panel.container, "administrator");
    panel.clock.advance(13 * 3_600_000);
    return { cookie };
  },
  "a session that was signed out": async () => {
    const { cookie, token } = await signedIn(panel.container, "administrator");
    await panel.container.sessions.close(token);
    return { cookie };
  },
  "a disabled person": async () => {
    const { cookie, id } = await signedIn(panel.container, "administrator");
    await panel.container.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    return { cookie };
  },
};

const upgrade = (path: string, headers: Headers) =>
  new Promise<number>((resolve, reject) => {
    httpRequest(`${origin}${path}`, {
      headers: {
        ...{ connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13" },
        ...{ "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", ...headers },
      },
    })
      .on("upgrade", ({ statusCode = 0 }, socket) => {
        socket.destroy();
        resolve(statusCode);
      })
      .on("response", (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
      .on("error", reject)
      .end();
  });

/** As a browser's page does: "in", or why not. */
const enter = (headers: Headers) =>
  new Promise<string>((resolve) => {
    const socket = io(origin, {
      ...{ path: "/live/", transports: ["websocket"], reconnection: false, forceNew: true },
      extraHeaders: headers,
    });
    const done = (said: string) => {
      socket.disconnect();
      resolve(said);
    };
    socket.once("connect", () => done("in"));
    socket.once("connect_error", ({ message }) => done(message));
  });

test("every door that upgrades is known here", () => {
  const front = readFileSync(join(ROOT, "server/http/front.ts"), "utf8");
  const handler = front.slice(front.indexOf("function upgradeHandler"));
  const doors = [...handler.matchAll(/startsWith\((\w+)\)/g)].map(([, name]) => name);
  expect(doors.sort()).toEqual(Object.keys(DOORS).sort());
});

test.each(Object.keys(STRANGERS))("%s gets through no door, from whatever page", async (who) => {
  const cookie = await STRANGERS[who]?.();
  for (const path of Object.values(DOORS))
    for (const from of [{ origin: "http://evil.test" }, { origin: "null" }, {}])
      expect(await upgrade(path, { ...cookie, ...from }), path).toBeGreaterThanOrEqual(400);
  expect(await enter({ ...cookie, origin })).toBe("auth.required");
  const own = await upgrade(DOORS.PROXY_PREFIX ?? "", { ...cookie, origin });
  expect(own).toBeGreaterThanOrEqual(400);
});

test("a signed-in person's browser gets in from the panel's own page, and from no other", async () => {
  const { cookie } = await signedIn(panel.container, "viewer");
  expect(await enter({ cookie, origin })).toBe("in");
  for (const from of [{ origin: "http://evil.test" }, { origin: `${origin}.evil.test` }, {}])
    expect(await enter({ cookie, ...from })).not.toBe("in");
  // A cookie is no key to a cluster, wherever it comes from.
  const path = DOORS.PROXY_PREFIX ?? "";
  expect(await upgrade(path, { cookie, origin })).toBe(401);
});

test("no route of the panel can be upgraded, not even by an administrator's own page", async () => {
  const { cookie } = await signedIn(panel.container, "administrator");
  const paths = globSync("app/api/**/route.ts", { cwd: ROOT }).map(
    (file) => `/${file.slice("app/".length, -"/route.ts".length).replaceAll(/\[[^\]]*\]/g, "x")}`,
  );
  expect(paths.length).toBeGreaterThan(40);
  for (const path of [...paths, "/", "/_next/hmr"])
    expect(await upgrade(path, { cookie, origin }), path).toBe(403);
});
