import { describe, expect, it } from "vitest";
import { kubeQuery } from "@/lib/schemas/kube";
import { kubeSearchQuery } from "@/lib/schemas/kube-search";
import { group, hubOver, listOf, resource, serve } from "@/server/kube/testing/hub-over";
import { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { testContainer } from "@/server/testing/test-container";
import { listKubeKinds } from "./list-kube-kinds";
import { listKubeRows } from "./list-kube-rows";
import { searchKubeObjects } from "./search-kube-objects";

const object = (name: string, labels = {}) => ({
  metadata: { name, namespace: "shop", uid: name, labels },
});
const WIDGETS = "/apis/example.org/v1/widgets";
const SERVED = {
  "/api": {
    items: [
      group(
        "",
        "v1",
        resource("pods", "Pod"),
        resource("secrets", "Secret"),
        resource("events", "Event"),
      ),
    ],
  },
  "/apis": {
    items: [
      group("example.org", "v1", resource("widgets", "Widget")),
      group("metrics.k8s.io", "v1beta1", {
        ...resource("pods", "PodMetrics"),
        verbs: ["get", "list"],
      }),
    ],
  },
  "/api/v1/pods": listOf(object("shop-web-1", { app: "web" }), object("other")),
  "/api/v1/secrets": listOf(object("web")),
  [WIDGETS]: listOf(object("<b>web</b>")),
};

async function setUp() {
  const panel = await testContainer();
  const api = await FakeKubeApi.start();
  const { db } = panel.container;
  const { id } = await db.cluster.create({ data: { name: "lab", spec: "{}" } });
  serve(api, SERVED);
  return {
    api,
    id,
    needs: { db, kube: hubOver(api, panel.container) },
    [Symbol.asyncDispose]: async () => {
      await panel[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}

describe("a search over a cluster", () => {
  it("finds objects of every kind, the closest names first", async () => {
    await using lab = await setUp();
    const found = await searchKubeObjects(lab.needs, lab.id, kubeSearchQuery.parse({ q: "WEB" }));
    if (!found.ok) throw new Error(found.problem.detail);
    expect(found.value.groups.map(({ list, total }) => [list, total])).toEqual([
      ["secrets", 1],
      ["pods", 1],
      ["widgets.example.org", 1],
    ]);
    expect(found.value.groups[2]?.hits[0]).toMatchObject({ kind: "Widget", name: "<b>web</b>" });
    expect(found.value.incomplete).toEqual([]);
  });

  it("asks for names and labels only, once for many letters, and nothing of what is watched", async () => {
    await using lab = await setUp();
    const search = (q: string) =>
      searchKubeObjects(lab.needs, lab.id, kubeSearchQuery.parse({ q }));
    await listKubeRows(lab.needs, { clusterId: lab.id, kind: "pods", query: kubeQuery.parse({}) });
    const podsAsked = lab.api.countOf(false, "/api/v1/pods");
    await search("we");
    const found = await search("web");
    expect(lab.api.countOf(false, "/api/v1/pods")).toBe(podsAsked);
    expect(lab.api.countOf(false, "/api/v1/secrets")).toBe(1);
    expect(lab.api.countOf(false, "/api/v1/events")).toBe(0);
    expect(found).toMatchObject({ ok: true });
    const status =
      found.ok && found.value.groups.find(({ list }) => list === "pods")?.hits[0]?.status;
    expect(status).toMatchObject({ word: expect.any(String) });
  });

  it("says which kind did not answer, and shows the others", async () => {
    await using lab = await setUp();
    const others: Record<string, unknown> = { ...SERVED };
    delete others[WIDGETS];
    serve(lab.api, others);
    const found = await searchKubeObjects(lab.needs, lab.id, kubeSearchQuery.parse({ q: "web" }));
    expect(found).toMatchObject({
      ok: true,
      value: { incomplete: [{ list: "widgets.example.org", why: expect.any(String) }] },
    });
  });
});

describe("the kinds of a cluster", () => {
  it("are the built-in ones and what it serves besides, each once", async () => {
    await using lab = await setUp();
    const listed = await listKubeKinds(lab.needs, lab.id);
    if (!listed.ok) throw new Error(listed.problem.detail);
    const names = listed.value.kinds.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("ingressroutes");
    expect(names.at(-1)).toBe("widgets.example.org");
    expect(names).not.toContain("pods.metrics.k8s.io");
  });

  it("are the built-in ones alone when the cluster cannot be asked, and why", async () => {
    await using lab = await setUp();
    await lab.api.away();
    expect(await listKubeKinds(lab.needs, lab.id)).toMatchObject({
      ok: true,
      value: { problem: { code: "cluster.unreachable" } },
    });
  });

  it("are listed by their names, too", async () => {
    await using lab = await setUp();
    const list = (kind: string) =>
      listKubeRows(lab.needs, { clusterId: lab.id, kind, query: kubeQuery.parse({}) });
    expect(await list("widgets.example.org")).toMatchObject({
      ok: true,
      value: { total: 1, missing: false, rows: [{ name: "<b>web</b>", status: null }] },
    });
    expect(await list("gadgets.example.org")).toMatchObject({
      ok: false,
      problem: { code: "object.not-found" },
    });
    expect(await list("ingressroutes")).toMatchObject({ ok: true, value: { missing: true } });
  });
});
