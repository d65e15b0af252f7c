import { afterEach, describe, expect, it, vi } from "vitest";
import { ok } from "@/lib/core/result";
import { KINDS } from "@/lib/kube/kinds";
import { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { systemClock } from "@/server/system-clock";
import { createApiClient, type ApiClient } from "./api-client";
import { CACHE_TIMING, type CacheTiming } from "./cache-timing";
import { ClusterCache } from "./cluster-cache";

/** The same behaviour in a fraction of the time: the fake's watches end only when told to. */
const QUICK: CacheTiming = {
  watchSeconds: 5,
  stallSlackMs: 1_000,
  backoffMs: 30,
  maxBackoffMs: 100,
  probeEveryMs: 50,
  // Long enough for a busy machine; the test of a dead link has its own.
  probeTimeoutMs: 2_000,
  graceMs: 60_000,
  emitFirstMs: 5,
  emitEveryMs: 40,
  emitPerLookMs: 0,
  emitMaxMs: 10_000,
  missingEveryMs: 50,
};

const open: { stop(): void }[] = [];
afterEach(() => {
  for (const cache of open.splice(0)) cache.stop();
});

function cacheOver(api: FakeKubeApi, timing: Partial<CacheTiming> = {}) {
  const said: string[] = [];
  let client: ApiClient | null = null;
  const cache = new ClusterCache({
    clock: systemClock,
    timing: { ...QUICK, ...timing },
    random: () => 0,
    connect: async () => ok((client ??= createApiClient(api.credentials))),
    renew: () => {
      client?.close();
      client = null;
    },
    onChange: (kind) => said.push(kind),
  });
  open.push({
    stop: () => {
      cache.stop();
      client?.close();
    },
  });
  const names = () =>
    [...(cache.look(KINDS.pods).rows?.values() ?? [])].map(({ name }) => name).sort();
  return { cache, said, names };
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

describe("a cluster's cache", () => {
  it("asks nothing before somebody looks", async () => {
    await using api = await FakeKubeApi.start();
    const { cache } = cacheOver(api);
    expect(cache.kinds).toEqual([]);
    expect(api.asked).toEqual([]);
  });

  it("lists in pages of 500 and then follows changes", async () => {
    await using api = await FakeKubeApi.start();
    for (let i = 0; i < 1_201; i += 1) api.put({ name: `pod-${i}` });
    const { cache, names } = cacheOver(api);
    const { rows } = await cache.lookSoon(KINDS.pods, 5_000);
    expect(rows?.size).toBe(1_201);
    expect(api.countOf(false)).toBe(3);
    await eventually(() => expect(api.openWatches).toBe(1));
    api.put({ name: "late" });
    api.remove("pod-7");
    await eventually(() => {
      expect(names()).toContain("late");
      expect(names()).not.toContain("pod-7");
    });
  });

  it("opens one watch however many look", async () => {
    await using api = await FakeKubeApi.start();
    const { cache } = cacheOver(api);
    for (let viewer = 0; viewer < 50; viewer += 1) cache.hold(KINDS.pods);
    await Promise.all(Array.from({ length: 50 }, () => cache.lookSoon(KINDS.pods, 5_000)));
    await eventually(() => expect(api.openWatches).toBe(1));
    expect(api.countOf(false)).toBe(1);
    expect(api.countOf(true)).toBe(1);
  });

  it("says quickly that something changed, and then not more often than its rhythm", async () => {
    await using api = await FakeKubeApi.start();
    const { cache, said } = cacheOver(api, { emitEveryMs: 10_000 });
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(said).toEqual(["pods"]));
    for (let i = 0; i < 20; i += 1) api.put({ name: `pod-${i}` });
    await eventually(() => expect(cache.look(KINDS.pods).rows?.size).toBe(20));
    expect(said).toEqual(["pods"]);
  });

  it("is silent about changes that no page shows, such as a heartbeat", async () => {
    await using api = await FakeKubeApi.start();
    api.put({ name: "web" });
    const { cache } = cacheOver(api);
    const before = (await cache.lookSoon(KINDS.pods, 5_000)).rows;
    await eventually(() => expect(api.openWatches).toBe(1));
    api.put({ name: "web" });
    api.put({ name: "other" });
    await eventually(() => expect(cache.look(KINDS.pods).rows?.size).toBe(2));
    expect(cache.look(KINDS.pods).rows?.get("uid-web")).toBe(before?.get("uid-web"));
  });

  it("understands events that arrive cut in the middle of a character", async () => {
    await using api = await FakeKubeApi.start();
    const { cache, names } = cacheOver(api);
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    const metadata = { name: "café-☃", uid: "u", namespace: "web", resourceVersion: "999" };
    const bytes = Buffer.from(`${JSON.stringify({ type: "ADDED", object: { metadata } })}\n`);
    const middle = bytes.indexOf("☃") + 1;
    api.send(bytes.subarray(0, middle));
    await eventually(() => expect(api.asked.length).toBeGreaterThan(3)); // a probe went by meanwhile
    api.send(bytes.subarray(middle));
    await eventually(() => expect(names()).toEqual(["café-☃"]));
  });

  it("goes on from the last bookmark after the server ended a watch", async () => {
    await using api = await FakeKubeApi.start();
    const { cache } = cacheOver(api);
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    api.send(`{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"4711"}}}\n`);
    await eventually(() => expect(api.asked.length).toBeGreaterThan(3));
    api.cut();
    await eventually(() => {
      const last = api.asked.findLast(({ query }) => query.get("watch") === "true");
      expect(last?.query.get("resourceVersion")).toBe("4711");
    });
    expect(api.countOf(false)).toBe(1);
  });

  it("lists again after 410, keeping the rows until then", async () => {
    await using api = await FakeKubeApi.start();
    api.put({ name: "old" });
    const { cache, names } = cacheOver(api);
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    api.compact();
    expect(names()).toEqual(["old"]);
    await eventually(() => expect(api.countOf(false)).toBe(2));
    await eventually(() => expect(api.openWatches).toBe(1));
    expect(cache.look(KINDS.pods).problem).toBeNull();
  });

  it("gives up a watch that outlives its end in silence", async () => {
    await using api = await FakeKubeApi.start();
    const { cache } = cacheOver(api, { watchSeconds: 0, stallSlackMs: 60 });
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.countOf(true)).toBeGreaterThanOrEqual(3));
    expect(CACHE_TIMING.watchSeconds * 1.2 * 1000 + CACHE_TIMING.stallSlackMs).toBeLessThan(45_000);
  });

  it("says when the API is away, keeps the rows with their age, and recovers by itself", async () => {
    await using api = await FakeKubeApi.start();
    api.put({ name: "web" });
    const { cache, names, said } = cacheOver(api);
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    const { port } = api;
    await api.away();
    await eventually(() =>
      expect(cache.look(KINDS.pods).problem?.code).toBe("cluster.unreachable"),
    );
    const kept = cache.look(KINDS.pods);
    expect(names()).toEqual(["web"]);
    expect(kept.asOfMs).toBeLessThan(Date.now());
    expect(cache.look(KINDS.pods).asOfMs).toBe(kept.asOfMs);
    const saidBefore = said.length;
    api.put({ name: "meanwhile" });
    await api.listen(port);
    // The fake has no history: what happened meanwhile comes with the next list.
    api.compact();
    await eventually(() => expect(names()).toEqual(["meanwhile", "web"]));
    await eventually(() => expect(cache.look(KINDS.pods).problem).toBeNull());
    expect(said.length).toBeGreaterThan(saidBefore);
  });

  it("notices a link that is open but dead, by asking beside the watch", async () => {
    await using api = await FakeKubeApi.start();
    const { cache } = cacheOver(api, { probeTimeoutMs: 100 });
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    api.intercept = () => true; // accepts and never answers
    await eventually(() =>
      expect(cache.look(KINDS.pods).problem?.code).toBe("cluster.unreachable"),
    );
    const { probeEveryMs, probeTimeoutMs } = CACHE_TIMING;
    expect(probeEveryMs + probeTimeoutMs).toBeLessThan(10_000);
    api.intercept = () => false;
    await eventually(() => expect(cache.look(KINDS.pods).problem).toBeNull());
  });

  it("waits as long as a 429 asks for", async () => {
    await using api = await FakeKubeApi.start();
    const times: number[] = [];
    api.intercept = ({ path }, response) => {
      if (path !== "/api/v1/pods" || times.push(Date.now()) > 1) return false;
      response.writeHead(429, { "retry-after": "1" }).end("{}");
      return true;
    };
    const { cache } = cacheOver(api);
    const first = await cache.lookSoon(KINDS.pods, 5_000);
    expect(first.problem?.code).toBe("cluster.busy");
    await eventually(() => expect(cache.look(KINDS.pods).rows).not.toBeNull());
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it("names credentials that are refused, and asks for new ones", async () => {
    await using api = await FakeKubeApi.start();
    let refuse = true;
    api.intercept = ({ path }, response) => {
      if (path === "/readyz" || !refuse) return false;
      response.writeHead(401).end(`{"kind":"Status","code":401}`);
      return true;
    };
    const { cache } = cacheOver(api);
    const first = await cache.lookSoon(KINDS.pods, 5_000);
    expect(first.problem?.code).toBe("cluster.credentials");
    refuse = false;
    await eventually(() => expect(cache.look(KINDS.pods).problem).toBeNull());
  });

  it("says that the datastore is away when the API says so itself", async () => {
    await using api = await FakeKubeApi.start();
    const { cache } = cacheOver(api);
    await cache.lookSoon(KINDS.pods, 5_000);
    api.intercept = ({ path }, response) => {
      if (path !== "/readyz") return false;
      response.writeHead(500).end("[+]ping ok\n[-]etcd failed: reason withheld\n");
      return true;
    };
    await eventually(() => expect(cache.look(KINDS.pods).problem?.detail).toMatch(/etcd failed/));
  });

  it("says less often that something changed while many pages read", async () => {
    await using api = await FakeKubeApi.start();
    const { cache, said } = cacheOver(api, { emitPerLookMs: 1_000 });
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(said).toEqual(["pods"]));
    for (let page = 0; page < 10; page += 1) cache.look(KINDS.pods);
    api.put({ name: "web" });
    await eventually(() => expect(cache.look(KINDS.pods).rows?.size).toBe(1));
    expect(said).toEqual(["pods"]);
  });

  it("takes a group that is not installed for an empty list, and finds it once it is", async () => {
    await using api = await FakeKubeApi.start();
    let installed = false;
    api.intercept = ({ path }, response) => {
      if (installed || !path.startsWith("/apis/traefik.io/")) return false;
      response.writeHead(404).end("404 page not found\n");
      return true;
    };
    const { cache, said } = cacheOver(api);
    const first = await cache.lookSoon(KINDS.ingressroutes, 5_000);
    expect(first).toMatchObject({ missing: true, problem: null });
    expect(first.rows?.size).toBe(0);
    const before = said.length;
    installed = true;
    await eventually(() => expect(cache.look(KINDS.ingressroutes).missing).toBe(false));
    await eventually(() => expect(said.length).toBeGreaterThan(before));
  });

  it("stops a kind when nobody has looked at it for the grace period", async () => {
    await using api = await FakeKubeApi.start();
    const { cache } = cacheOver(api, { graceMs: 100 });
    cache.hold(KINDS.pods);
    await cache.lookSoon(KINDS.pods, 5_000);
    await eventually(() => expect(api.openWatches).toBe(1));
    cache.release(KINDS.pods);
    await eventually(() => expect(cache.kinds).toEqual([]));
    await eventually(() => expect(api.openWatches).toBe(0));
  });

  it("watches pods while nodes are looked at, and says that nodes changed when pods did", async () => {
    await using api = await FakeKubeApi.start();
    const { cache, said } = cacheOver(api);
    await cache.lookSoon(KINDS.nodes, 5_000);
    await eventually(() => expect(api.openWatches).toBe(2));
    expect([...cache.kinds].sort()).toEqual(["nodes", "pods"]);
    said.length = 0;
    api.put({ name: "web" });
    await eventually(() => expect(said).toContain("nodes"));
  });

  it("watches nodes alone for those who count no pods, and counts them for those who come later", async () => {
    await using api = await FakeKubeApi.start();
    const { cache, said } = cacheOver(api);
    await cache.lookSoon(KINDS.nodes, 5_000, true);
    expect(cache.kinds).toEqual(["nodes"]);
    await cache.lookSoon(KINDS.nodes, 5_000);
    await eventually(() => expect(api.openWatches).toBe(2));
    said.length = 0;
    api.put({ name: "web" });
    await eventually(() => expect(said).toContain("nodes"));
  });
});
