import { describe, expect, it } from "vitest";
import { ok } from "@/lib/core/result";
import { isKindName, kindOf, KINDS } from "@/lib/kube/kinds";
import type { Kind, KubeRow } from "@/lib/kube/kind";
import { kubeQuery } from "@/lib/schemas/kube";
import type { Container } from "@/server/container";
import type { KindSnapshot } from "@/server/kube/cluster-cache";
import type { KubeHub } from "@/server/kube/kube-hub";
import { testContainer } from "@/server/testing/test-container";
import { listKubeRows } from "./list-kube-rows";

const pod = (name: string, nodeName: string, phase = "Running") =>
  KINDS.pods.project({
    metadata: { name, uid: name, namespace: "web", labels: { app: name } },
    spec: {
      nodeName,
      containers: [{ name: "c", resources: { requests: { cpu: "100m" } } }],
    },
    status: { phase },
  });
const node = (name: string) => KINDS.nodes.project({ metadata: { name, uid: name } });
const rowsOf = (...rows: KubeRow[]) => new Map(rows.map((row) => [row.uid, row]));
const fresh = (...rows: KubeRow[]): KindSnapshot => ({
  rows: rowsOf(...rows),
  asOfMs: Date.UTC(2026, 10, 23),
  problem: null,
  missing: false,
});
const UNKNOWN: KindSnapshot = { rows: null, asOfMs: null, problem: null, missing: false };

/** What lists ask a hub, answered with what a test tells it; the real one is tried beside its own code. */
function hubOf(known: Partial<Record<string, KindSnapshot>>): KubeHub {
  const asked = {
    look: async (_: string, name: string) => known[name] ?? UNKNOWN,
    lookAt: async (_: string, { name }: Kind) => known[name] ?? UNKNOWN,
    kind: async (_: string, name: string) => ok(isKindName(name) ? kindOf(name) : null),
  };
  return asked as unknown as KubeHub;
}

const clusterIn = async ({ db }: Container) => {
  const { id } = await db.cluster.create({ data: { name: "lab", spec: "{}" } });
  return id;
};

describe("listKubeRows", () => {
  it("counts what runs on each node, and not what has ended", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container);
    const kube = hubOf({
      nodes: fresh(node("worker1"), node("worker2")),
      pods: fresh(pod("a", "worker1"), pod("b", "worker1"), pod("done", "worker1", "Succeeded")),
    });
    const query = kubeQuery.parse({ sort: "name" });
    const listed = await listKubeRows({ db, kube }, { clusterId, kind: "nodes", query });
    expect(listed).toMatchObject({
      ok: true,
      value: {
        total: 2,
        stale: false,
        asOf: "2026-11-23T00:00:00.000Z",
        rows: [
          { name: "worker1", pods: 2, cpuRequestMillis: 200 },
          { name: "worker2", pods: 0, cpuRequestMillis: 0 },
        ],
      },
    });
  });

  it("says of a deployment on its way what keeps its pods", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container);
    const shop = KINDS.deployments.project({
      metadata: { name: "shop", uid: "d", namespace: "web" },
    });
    const stuck = KINDS.pods.project({
      metadata: {
        ...{ name: "shop-abc-1", uid: "p", namespace: "web" },
        labels: { "pod-template-hash": "abc" },
        ownerReferences: [{ kind: "ReplicaSet", name: "shop-abc", controller: true }],
      },
      spec: { containers: [{ name: "c", image: "nginx:1.14.22" }] },
      status: {
        containerStatuses: [{ name: "c", state: { waiting: { reason: "ErrImagePull" } } }],
      },
    });
    const kube = hubOf({ deployments: fresh(shop), pods: fresh(stuck) });
    const query = kubeQuery.parse({});
    const listed = await listKubeRows({ db, kube }, { clusterId, kind: "deployments", query });
    expect(listed).toMatchObject({
      ok: true,
      value: { rows: [{ status: { tone: "danger", why: expect.stringContaining("docker.io") } }] },
    });
  });

  it("says of a pod that does not begin what its newest event tells", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container);
    const waiting = KINDS.pods.project({
      metadata: { name: "shop", uid: "p", namespace: "web" },
      spec: { nodeName: "worker1", containers: [{ name: "c" }] },
      status: {
        phase: "Pending",
        containerStatuses: [{ name: "c", state: { waiting: { reason: "ContainerCreating" } } }],
      },
    });
    const told = (uid: string, message: string, minute: number) =>
      KINDS.events.project({
        ...{ metadata: { name: message, uid: message, namespace: "web" }, type: "Warning" },
        ...{ reason: "FailedCreatePodSandBox", message, involvedObject: { kind: "Pod", uid } },
        ...{ lastTimestamp: `2026-11-23T00:0${minute}:00Z` },
      });
    const events = fresh(told("p", "no network", 2), told("p", "older", 1), told("q", "other", 3));
    const list = (known: Parameters<typeof hubOf>[0]) =>
      listKubeRows(
        { db, kube: hubOf(known) },
        { clusterId, kind: "pods", query: kubeQuery.parse({}) },
      );
    const why = expect.stringContaining("no network");
    expect(await list({ pods: fresh(waiting), events })).toMatchObject(
      ok({ rows: [{ status: { word: "ContainerCreating", tone: "warn", why } }] }),
    );
    expect(await list({ pods: fresh(waiting) })).toMatchObject(
      ok({ rows: [{ status: { word: "ContainerCreating", why: "" } }] }),
    );
  });

  it("says that pods are not known yet instead of none", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container);
    const kube = hubOf({ nodes: fresh(node("worker1")) });
    const input = { clusterId, kind: "nodes", query: kubeQuery.parse({}) };
    expect(await listKubeRows({ db, kube }, input)).toMatchObject(ok({ rows: [{ pods: null }] }));
  });

  it("tells a kind that the cluster lacks from an empty list", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container);
    const kube = hubOf({ deployments: { ...fresh(), missing: true } });
    const input = { clusterId, kind: "deployments", query: kubeQuery.parse({}) };
    expect(await listKubeRows({ db, kube }, input)).toMatchObject(
      ok({ missing: true, problem: null, total: 0, rows: [] }),
    );
  });

  it("filters by labels and says each row's state in words", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container);
    const kube = hubOf({ pods: fresh(pod("a", "worker1"), pod("b", "worker2")) });
    const list = (labels: string) =>
      listKubeRows({ db, kube }, { clusterId, kind: "pods", query: kubeQuery.parse({ labels }) });
    expect(await list("app=b")).toMatchObject(
      ok({ total: 1, all: 2, rows: [{ name: "b", status: { word: "Running", tone: "ok" } }] }),
    );
    expect(await list("app notin (a,b)")).toMatchObject(ok({ total: 0 }));
  });

  it("keeps the last rows, and says since when they may be wrong", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container);
    const problem = {
      code: "cluster.unreachable",
      detail: "The API is away.",
      remedies: [],
    } as const;
    const kube = hubOf({ pods: { ...fresh(pod("a", "worker1")), problem } });
    const input = { clusterId, kind: "pods", query: kubeQuery.parse({}) };
    expect(await listKubeRows({ db, kube }, input)).toMatchObject(
      ok({ total: 1, stale: true, problem, asOf: "2026-11-23T00:00:00.000Z" }),
    );
  });

  it.each([
    ["a kind it does not know", "unicorns", {}, "object.not-found"],
    ["a kind named like a property of every object", "constructor", {}, "object.not-found"],
    ["a column that does not exist", "pods", { sort: "toString" }, "input.invalid"],
    ["a filter that the kind has not", "pods", { role: "server" }, "input.invalid"],
    ["a selector that cannot be read", "pods", { labels: "app=<b>" }, "input.invalid"],
  ])("refuses %s", async (...[, kind, query, code]) => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container);
    const input = { clusterId, kind, query: kubeQuery.parse(query) };
    expect(await listKubeRows({ db, kube: hubOf({}) }, input)).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  it("does not know the rows of a cluster that does not exist", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const input = { clusterId: "nowhere1", kind: "pods", query: kubeQuery.parse({}) };
    expect(await listKubeRows({ db, kube: hubOf({}) }, input)).toMatchObject({
      ok: false,
      problem: { code: "object.not-found" },
    });
  });
});
