import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Clock } from "@/lib/core/clock";
import { ok } from "@/lib/core/result";
import { secret } from "@/lib/core/secret";
import { KINDS } from "@/lib/kube/kinds";
import { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { systemClock } from "@/server/system-clock";
import { type ApiClient, createApiClient } from "./api-client";
import { CACHE_TIMING, type CacheTiming } from "./cache-timing";
import { ClusterCache } from "./cluster-cache";
import { throttle } from "./throttle";

const QUICK: CacheTiming = {
  ...CACHE_TIMING,
  ...{ watchSeconds: 5, stallSlackMs: 1_000, backoffMs: 40, maxBackoffMs: 100 },
  ...{ probeEveryMs: 200, probeTimeoutMs: 2_000, missingEveryMs: 50 },
  ...{ emitFirstMs: 5, emitEveryMs: 40, emitPerLookMs: 0 },
};

const open: { stop(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.stop();
});

interface Changes {
  readonly timing?: Partial<CacheTiming>;
  readonly clock?: Clock;
}

function cacheOver(api: FakeKubeApi, { timing = {}, clock = systemClock }: Changes = {}) {
  let client: ApiClient | null = null;
  const { credentials } = api;
  const cache = new ClusterCache({
    ...{ clock, timing: { ...QUICK, ...timing }, random: () => 0, onChange: () => {} },
    connect: async () => ok((client ??= createApiClient(credentials))),
    renew: () => {
      client?.close();
      client = null;
    },
  });
  open.push({
    stop: () => {
      cache.stop();
      client?.close();
    },
  });
  return cache;
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });

const CONFIG_MAPS = "/api/v1/configmaps";

const configMap = (name: string, bytes: number) => ({
  metadata: { name, uid: `uid-${name}`, namespace: "web", resourceVersion: "7" },
  data: { "a.txt": "x".repeat(bytes) },
});

describe("an API that is away", () => {
  it("is asked by one question at a time, however many kinds are watched", async () => {
    await using api = await FakeKubeApi.start();
    const cache = cacheOver(api, { timing: { backoffMs: 150, probeEveryMs: 150 } });
    const kinds = Object.values(KINDS).slice(0, 12);
    for (const kind of kinds) cache.hold(kind);
    await eventually(() => expect(api.openWatches).toBeGreaterThanOrEqual(12));
    const { port } = api;
    await api.away();
    await eventually(() => expect(cache.look(KINDS.pods).problem).not.toBeNull());
    await eventually(() => expect(cache.look(KINDS.nodes).problem).not.toBeNull());
    const atMs: number[] = [];
    const nobody = await refusing(port, () => void atMs.push(performance.now()));
    await vi.waitFor(() => expect(atMs.length).toBeGreaterThan(6), { timeout: 10_000 });
    nobody.close();
    const gapsMs = atMs.slice(1).map((ms, index) => ms - (atMs[index] ?? 0));
    expect(Math.min(...gapsMs)).toBeGreaterThan(120);
  });

  it("is noticed at once when a watch breaks off, not at the next question", async () => {
    await using api = await FakeKubeApi.start();
    const cache = cacheOver(api, { timing: { probeEveryMs: 60_000 } });
    await cache.lookSoon(KINDS.nodes, 5_000);
    await eventually(() => expect(api.openWatches).toBe(2));
    await api.away();
    await eventually(() =>
      expect(cache.look(KINDS.nodes).problem?.code).toBe("cluster.unreachable"),
    );
  });
});

/** Takes connections and breaks them off: every attempt is seen, and fails. */
const refusing = (port: number, onAttempt: () => void) =>
  new Promise<Server>((resolve) => {
    const server = createServer((socket) => {
      onAttempt();
      socket.on("error", () => {});
      socket.destroy();
    });
    server.listen(port, "127.0.0.1", () => resolve(server));
  });

it("a kind that is forbidden says so, and the others go on", async () => {
  await using api = await FakeKubeApi.start();
  api.put({ name: "web" });
  api.intercept = ({ path }, response) => {
    if (path !== "/api/v1/secrets") return false;
    const message = 'secrets is forbidden: User "ada" cannot list resource "secrets"';
    response.writeHead(403).end(JSON.stringify({ kind: "Status", code: 403, message }));
    return true;
  };
  const cache = cacheOver(api);
  const secrets = await cache.lookSoon(KINDS.secrets, 5_000);
  const pods = await cache.lookSoon(KINDS.pods, 5_000);
  expect(secrets.problem).toMatchObject({ code: "cluster.refused" });
  expect(secrets.problem?.detail).toContain('User "ada" cannot list');
  expect(pods).toMatchObject({ problem: null });
  expect(pods.rows?.size).toBe(1);
});

describe("a list", () => {
  it("begins again when its place in the pages expired", async () => {
    await using api = await FakeKubeApi.start();
    for (let i = 0; i < 1_100; i += 1) api.put({ name: `pod-${i}` });
    let expired = 0;
    api.intercept = ({ query }, response) => {
      if (query.get("continue") !== "500" || expired > 0) return false;
      expired += 1;
      response.writeHead(410).end('{"kind":"Status","code":410,"reason":"Expired"}');
      return true;
    };
    const { rows } = await cacheOver(api).lookSoon(KINDS.pods, 5_000);
    expect(rows?.size).toBe(1_100);
    expect(expired).toBe(1);
  });

  it("that breaks off in the middle changes nothing, and is asked for again", async () => {
    await using api = await FakeKubeApi.start();
    api.put({ name: "web" });
    const cache = cacheOver(api);
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    let broken = 0;
    api.intercept = ({ path, query }, response) => {
      if (path !== "/api/v1/pods" || query.get("watch") === "true" || broken > 0) return false;
      broken += 1;
      response.writeHead(200, { "content-length": "5000" });
      response.write('{"metadata":{"resourceVersion":"9"},"items":[{"metadata":{"name":"ha');
      setTimeout(() => response.destroy(), 20);
      return true;
    };
    api.compact();
    await eventually(() => expect(broken).toBe(1));
    expect(cache.look(KINDS.pods).rows?.size).toBe(1);
    api.put({ name: "other" });
    await eventually(() => expect(cache.look(KINDS.pods).rows?.size).toBe(2));
    await eventually(() => expect(cache.look(KINDS.pods).problem).toBeNull());
  });

  it("of the largest objects an API keeps comes in smaller pages", async () => {
    await using api = await FakeKubeApi.start();
    const all = Array.from({ length: 30 }, (_, index) =>
      JSON.stringify(configMap(`m-${index}`, 2 ** 20)),
    );
    const limits: number[] = [];
    api.intercept = ({ path, query }, response) => {
      if (path !== CONFIG_MAPS || query.get("watch") === "true") return false;
      const limit = Number(query.get("limit"));
      const from = Number(query.get("continue") ?? 0);
      limits.push(limit);
      const next = from + limit < all.length ? { continue: String(from + limit) } : {};
      const metadata = { resourceVersion: "7", ...next };
      const items = all.slice(from, from + limit).join(",");
      response.end(`{"metadata":${JSON.stringify(metadata)},"items":[${items}]}`);
      return true;
    };
    const { rows, problem } = await cacheOver(api).lookSoon(KINDS.configmaps, 10_000);
    expect(problem).toBeNull();
    expect(rows?.size).toBe(30);
    expect([...new Set(limits)]).toEqual([500, 50, 5]);
    expect(JSON.stringify([...(rows?.values() ?? [])]).length).toBeLessThan(20_000);
  }, 20_000);
});

it("an object of 5 MB comes through a watch, and its row stays small", async () => {
  await using api = await FakeKubeApi.start();
  const cache = cacheOver(api);
  await cache.lookSoon(KINDS.configmaps, 5_000);
  await eventually(() => expect(api.openWatches).toBe(1));
  const large = JSON.stringify({ type: "ADDED", object: configMap("large", 5 * 2 ** 20) });
  api.send(`${large}\n`);
  await eventually(() => expect(cache.look(KINDS.configmaps).rows?.size).toBe(1));
  const [row] = cache.look(KINDS.configmaps).rows?.values() ?? [];
  expect(JSON.stringify(row).length).toBeLessThan(1_000);
});

describe("something else than a Kubernetes API", () => {
  it.each([
    ["a sign-in page", "<!doctype html><title>Welcome to the hotel</title>"],
    ["a JSON text", '"hello"'],
    ["a JSON list", "[]"],
    ["an object that is no list", '{"status":"ok"}'],
    ["a list whose items are none", '{"metadata":{"resourceVersion":"1"},"items":"all"}'],
    ["items without metadata", '{"metadata":{"resourceVersion":"1"},"items":[{"spec":{}}]}'],
    ["items that are nothing", '{"metadata":{"resourceVersion":"1"},"items":[null,3]}'],
  ])("that answers a list with %s is named, and is not an empty list", async (_, body) => {
    await using api = await FakeKubeApi.start();
    let strange = true;
    api.intercept = ({ path, query }, response) => {
      if (!strange || path !== "/api/v1/pods" || query.get("watch") === "true") return false;
      response.end(body);
      return true;
    };
    const cache = cacheOver(api);
    const first = await cache.lookSoon(KINDS.pods, 5_000);
    expect(first.rows).toBeNull();
    expect(first.problem).toMatchObject({ code: "cluster.refused" });
    expect(first.problem?.detail).toContain("does not speak as a Kubernetes API does");
    strange = false;
    await eventually(() => expect(cache.look(KINDS.pods)).toMatchObject({ problem: null }));
  });

  it.each([
    ["a page", "<html>\n<body>\n"],
    ["events without objects", '{"type":"ADDED"}\n'],
    ["numbers", "1\n2\n"],
  ])("that answers a watch with %s is named, and the rows stay", async (_, text) => {
    await using api = await FakeKubeApi.start();
    api.put({ name: "web" });
    const cache = cacheOver(api);
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    api.intercept = ({ query }, response) => {
      if (query.get("watch") !== "true") return false;
      response.end(text);
      return true;
    };
    api.cut();
    await eventually(() => {
      const { problem } = cache.look(KINDS.pods);
      expect(problem?.detail).toContain("does not speak as a Kubernetes API does");
    });
    expect(cache.look(KINDS.pods).rows?.size).toBe(1);
  });

  it.each([
    ["headers without end", (socket: NodeJS.WritableStream) => socket.write("x: y\r\n".repeat(99))],
    ["no line at all", (socket: NodeJS.WritableStream) => socket.write("z".repeat(999))],
  ])("that sends %s is given up, and costs no memory", async (_, flood) => {
    let sent = 0;
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\n");
        const pour = () => {
          while (!socket.destroyed && socket.writableLength < 65_536) {
            flood(socket);
            sent += 1;
          }
        };
        socket.on("drain", pour);
        pour();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const client = createApiClient({
      ...{ server: `http://127.0.0.1:${port}`, caPem: "" },
      identity: { kind: "token", token: secret("t") },
    });
    const answer = await client.json({ path: "/api/v1/pods", timeoutMs: 10_000 });
    expect(answer).toMatchObject({ ok: false, problem: { code: "cluster.unreachable" } });
    expect(sent).toBeGreaterThan(0);
    client.close();
    server.close();
  });

  it("that sends a body without end is given up at the bound", async () => {
    await using api = await FakeKubeApi.start();
    const piece = "x".repeat(65_536);
    api.intercept = (_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(piece)) /* until it is full */ ;
      };
      response.on("drain", pour);
      pour();
      return true;
    };
    const client = createApiClient(api.credentials);
    const answer = await client.json({ path: "/api/v1/pods", maxBytes: 2 ** 20 });
    expect(answer).toMatchObject({ ok: false, problem: { httpStatus: 413 } });
    client.close();
  });

  it("that ends no line is given up after 16 MiB", async () => {
    await using api = await FakeKubeApi.start();
    const cache = cacheOver(api);
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    const piece = "x".repeat(2 ** 20);
    for (let sent = 0; sent < 18; sent += 1) api.send(piece);
    await eventually(() => expect(api.countOf(true)).toBeGreaterThan(1));
  });
});

describe("a wait that the API asks for", () => {
  const failing = async (retryAfter: string, httpStatus = 429) => {
    await using api = await FakeKubeApi.start();
    api.intercept = (_, response) => {
      response.writeHead(httpStatus, { "retry-after": retryAfter }).end("{}");
      return true;
    };
    const client = createApiClient(api.credentials);
    const answer = await client.json({ path: "/api/v1/pods" });
    client.close();
    return answer.ok ? null : answer.problem.retryAfterMs;
  };

  it("is taken from busy and from starting servers", async () => {
    expect(await failing("7")).toBe(7_000);
    expect(await failing("3", 503)).toBe(3_000);
  });

  it("is never longer than ten minutes, and nonsense is none", async () => {
    expect(await failing("99999999999")).toBe(600_000);
    expect(await failing("-5")).toBeNull();
    expect(await failing("tomorrow")).toBeNull();
  });
});

describe("a clock that is put back by a day", () => {
  const DAY_MS = 86_400_000;
  /** Real time, but for the jump. */
  function jumpyClock() {
    let offsetMs = 0;
    return {
      back: () => void (offsetMs -= DAY_MS),
      nowMs: () => Date.now() + offsetMs,
      sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms, signal),
    };
  }

  it("holds up neither a watch nor the word that something changed", async () => {
    await using api = await FakeKubeApi.start();
    const clock = jumpyClock();
    const cache = cacheOver(api, { clock });
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    clock.back();
    api.cut();
    await eventually(() => expect(api.countOf(true)).toBe(2));
    await eventually(() => expect(api.openWatches).toBe(1));
    api.put({ name: "web" });
    await eventually(() => expect(cache.look(KINDS.pods).rows?.size).toBe(1));
  });

  it("does not silence a page", async () => {
    const clock = jumpyClock();
    let said = 0;
    const say = throttle(clock, {
      rhythm: () => ({ firstMs: 5, everyMs: 40 }),
      emit: () => void (said += 1),
    });
    say();
    await eventually(() => expect(said).toBe(1));
    clock.back();
    say();
    await eventually(() => expect(said).toBe(2));
  });
});
