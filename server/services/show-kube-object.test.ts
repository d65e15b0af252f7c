import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ObjectDetail, ObjectRef } from "@/lib/schemas/kube-object";
import { group, hubOver, listOf, resource, serve } from "@/server/kube/testing/hub-over";
import { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { testContainer } from "@/server/testing/test-container";
import { readObjectFile } from "./read-kube-object-file";
import { revealSecret } from "./reveal-kube-secret";
import { showKubeObject } from "./show-kube-object";

/** What a chart, or somebody who means no good, may write into any text field. */
const EVIL = `</script><img src=x onerror=alert(1)>$(reboot)\`id\``;

let panel: Awaited<ReturnType<typeof testContainer>>;
let api: FakeKubeApi;
let clusterId: string;
let needs: Pick<typeof panel.container, "db" | "kube" | "audit">;

beforeEach(async () => {
  panel = await testContainer();
  api = await FakeKubeApi.start();
  const { db, audit } = panel.container;
  ({ id: clusterId } = await db.cluster.create({ data: { name: "lab", spec: "{}" } }));
  needs = { db, audit, kube: hubOver(api, panel.container) };
});
afterEach(async () => {
  await panel[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const ref = (apiVersion: string, kind: string, name: string): ObjectRef => ({
  ...{ apiVersion, kind, name },
  namespace: "shop",
});
const metadata = (name: string, over: object = {}) => ({
  ...{ name, namespace: "shop", uid: `uid-${name}`, resourceVersion: "7" },
  ...over,
});
const controlledBy = (apiVersion: string, kind: string, name: string) => ({
  ownerReferences: [{ apiVersion, kind, name, controller: true }],
});

async function show(what: ObjectRef): Promise<ObjectDetail> {
  const shown = await showKubeObject(needs, clusterId, what);
  if (!shown.ok) throw new Error(shown.problem.detail);
  return shown.value;
}

const DEPLOYMENT = {
  metadata: metadata("web", { managedFields: [{ manager: "kubectl" }] }),
  spec: { replicas: 2 },
  status: { conditions: [{ type: "Available", status: "True", message: EVIL }] },
};
const REPLICA_SET = {
  metadata: metadata("web-1", controlledBy("apps/v1", "Deployment", "web")),
  spec: { replicas: 2 },
};
const POD = {
  metadata: metadata("web-1-a", controlledBy("apps/v1", "ReplicaSet", "web-1")),
  spec: {
    nodeName: "worker1",
    serviceAccountName: "web",
    containers: [
      {
        name: "nginx",
        image: "nginx:1.14.2",
        resources: { requests: { cpu: "100m" }, limits: { memory: "64Mi" } },
        envFrom: [{ configMapRef: { name: "settings" } }],
      },
    ],
    volumes: [{ name: "data", persistentVolumeClaim: { claimName: "data" } }],
  },
  status: {
    phase: "Running",
    containerStatuses: [
      {
        name: "nginx",
        ready: true,
        restartCount: 2,
        state: { running: { startedAt: "2026-11-23T10:00:00Z" } },
        lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } },
      },
    ],
  },
};
const EVENT = {
  metadata: metadata("e1"),
  ...{ type: "Warning", reason: "BackOff", message: EVIL, count: 3 },
  ...{ lastTimestamp: "2026-11-23T10:00:00Z", involvedObject: { kind: "Pod", name: "web-1-a" } },
};
const LISTS = {
  "/api/v1/pods": listOf(POD),
  "/api/v1/events": listOf(EVENT),
  "/api/v1/services": listOf({ metadata: metadata("web") }),
  "/api/v1/persistentvolumes": listOf(),
  "/api/v1/persistentvolumeclaims": listOf(),
  "/apis/apps/v1/replicasets": listOf(REPLICA_SET),
  "/apis/autoscaling/v2/horizontalpodautoscalers": listOf(),
  "/apis/discovery.k8s.io/v1/endpointslices": listOf({
    metadata: metadata("web-x", { labels: { "kubernetes.io/service-name": "web" } }),
    endpoints: [{ addresses: ["10.42.0.5"], targetRef: { kind: "Pod", name: "web-1-a" } }],
  }),
};
const at = (plural: string, name: string) => `/apis/apps/v1/namespaces/shop/${plural}/${name}`;
const core = (plural: string, name: string) => `/api/v1/namespaces/shop/${plural}/${name}`;

describe("a deployment", () => {
  it("comes with its replica sets, their pods, and the events of all of them", async () => {
    serve(api, { ...LISTS, [at("deployments", "web")]: DEPLOYMENT });
    const shown = await show(ref("apps/v1", "Deployment", "web"));
    expect(shown.graph.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["Deployment/shop/web", "ReplicaSet/shop/web-1", "Pod/shop/web-1-a"]),
    );
    expect(shown.graph.edges).toContainEqual({
      from: "ReplicaSet/shop/web-1",
      to: "Pod/shop/web-1-a",
      relation: "owns",
    });
    expect(shown.events).toMatchObject([{ about: "Pod/web-1-a", reason: "BackOff", count: 3 }]);
    expect(shown.follows).toEqual(expect.arrayContaining(["deployments", "pods", "events"]));
    expect(shown.list).toBe("deployments");
  });

  it("is shown as it is, however its texts look, without managed fields", async () => {
    serve(api, { ...LISTS, [at("deployments", "web")]: DEPLOYMENT });
    const shown = await show(ref("apps/v1", "Deployment", "web"));
    expect(shown.conditions[0]?.message).toBe(EVIL);
    expect(shown.yaml).not.toContain("managedFields");
    expect(shown.json).not.toHaveProperty("metadata.managedFields");
  });

  it("says that it is gone", async () => {
    serve(api, LISTS);
    const gone = await showKubeObject(needs, clusterId, ref("apps/v1", "Deployment", "web"));
    expect(gone).toMatchObject({ ok: false, problem: { code: "object.not-found" } });
  });
});

describe("a pod", () => {
  const answers = {
    ...LISTS,
    [core("pods", "web-1-a")]: { ...POD, kind: "Pod" },
    [at("replicasets", "web-1")]: REPLICA_SET,
    [at("deployments", "web")]: DEPLOYMENT,
  };

  it("names its owners, who sends to it, and what it uses; a claim that is not there is missing", async () => {
    serve(api, answers);
    const { graph } = await show(ref("v1", "Pod", "web-1-a"));
    const ids = graph.nodes.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        "Deployment/shop/web",
        "ReplicaSet/shop/web-1",
        "EndpointSlice/shop/web-x",
        "Service/shop/web",
        "Node//worker1",
        "ConfigMap/shop/settings",
        "ServiceAccount/shop/web",
      ]),
    );
    const claim = graph.nodes.find(({ kind }) => kind === "PersistentVolumeClaim");
    expect(claim).toMatchObject({ name: "data", isMissing: true });
  });

  it("shows usage from metrics-server", async () => {
    const path = "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods/web-1-a";
    const usage = { cpu: "1500000n", memory: "12Mi" };
    const measured = { timestamp: "2026-11-23T10:00:00Z", containers: [{ name: "nginx", usage }] };
    serve(api, { ...answers, [path]: measured });
    const { containers, usage: total } = await show(ref("v1", "Pod", "web-1-a"));
    expect(containers).toMatchObject([
      {
        name: "nginx",
        role: "main",
        cpuRequestMillis: 100,
        cpuLimitMillis: null,
        memoryLimitBytes: 64 * 2 ** 20,
        cpuMillis: 2,
        memoryBytes: 12 * 2 ** 20,
        restarts: 2,
        lastEnd: "OOMKilled, exit code 137",
        status: { word: "Running", tone: "ok" },
      },
    ]);
    expect(total).toMatchObject({ source: "metrics-server", memoryBytes: 12 * 2 ** 20, note: "" });
  });

  it("shows usage from the kubelet when there is no metrics-server, and says so", async () => {
    const summary = {
      pods: [
        {
          podRef: { name: "web-1-a", namespace: "shop" },
          containers: [
            {
              name: "nginx",
              cpu: { usageNanoCores: 3_000_000 },
              memory: { workingSetBytes: 4096 },
            },
          ],
        },
      ],
    };
    serve(api, { ...answers, "/api/v1/nodes/worker1/proxy/stats/summary": summary });
    const { containers, usage } = await show(ref("v1", "Pod", "web-1-a"));
    expect(containers).toMatchObject([{ cpuMillis: 3, memoryBytes: 4096 }]);
    expect(usage).toMatchObject({ source: "kubelet", cpuMillis: 3 });
    expect(usage?.note).toMatch(/metrics-server/);
  });

  it("does without any figures", async () => {
    serve(api, answers);
    const { containers, usage } = await show(ref("v1", "Pod", "web-1-a"));
    expect(containers).toMatchObject([{ cpuMillis: null, memoryBytes: null }]);
    expect(usage?.source).toBeNull();
    expect(usage?.note).toMatch(/kubelet of worker1 does not answer/);
  });
});

describe("a secret", () => {
  const annotation = "kubectl.kubernetes.io/last-applied-configuration";
  const SECRET = {
    metadata: metadata("login", {
      annotations: { [annotation]: '{"data":{"password":"aHVudGVyMg=="}}' },
    }),
    type: "Opaque",
    data: { password: "aHVudGVyMg==", logo: "AAEC/w==" },
  };
  const path = core("secrets", "login");

  it("shows its keys and no value, not even one that kubectl left in an annotation", async () => {
    serve(api, { ...LISTS, [path]: SECRET });
    const shown = await show(ref("v1", "Secret", "login"));
    expect(shown.keys).toEqual([
      { key: "logo", bytes: 4 },
      { key: "password", bytes: 7 },
    ]);
    expect(shown.secretsHidden).toBe(true);
    expect(JSON.stringify(shown)).not.toMatch(/hunter2|aHVudGVyMg/);
    const query = { ...ref("v1", "Secret", "login"), format: "json" as const };
    const file = await readObjectFile(needs, clusterId, query);
    expect(JSON.stringify(file)).not.toMatch(/hunter2|aHVudGVyMg/);
  });

  it("is revealed on request, which is written down", async () => {
    serve(api, { ...LISTS, [path]: SECRET });
    const asker = { actor: { id: null, name: "Ada" }, address: "192.0.2.1" };
    const wanted = { clusterId, namespace: "shop", name: "login" };
    expect(await revealSecret(needs, wanted, asker)).toEqual({
      ok: true,
      value: {
        values: [
          { key: "password", bytes: 7, text: "hunter2", base64: "aHVudGVyMg==" },
          { key: "logo", bytes: 4, text: null, base64: "AAEC/w==" },
        ],
      },
    });
    const [entry] = await needs.db.auditEntry.findMany({ where: { action: "secret.reveal" } });
    expect(entry).toMatchObject({ actor: "Ada", object: `cluster:${clusterId}` });
    expect(entry?.detail).toContain("password");
    expect(entry?.detail).not.toContain("hunter2");
  });
});

describe("a config map of 5 MB", () => {
  it("is cut in the view, with its size, and whole in the file", async () => {
    const big = "é".repeat(2_500_000);
    const map = { metadata: metadata("big"), data: { big, small: "x" } };
    serve(api, { ...LISTS, [core("configmaps", "big")]: map });
    const shown = await show(ref("v1", "ConfigMap", "big"));
    expect(shown.cut).toEqual([{ path: "data.big", bytes: 5_000_000 }]);
    expect(shown.yaml.length).toBeLessThan(10_000);
    expect(shown.keys).toEqual([
      { key: "big", bytes: 5_000_000 },
      { key: "small", bytes: 1 },
    ]);
    const query = { ...ref("v1", "ConfigMap", "big"), format: "yaml" as const };
    const file = await readObjectFile(needs, clusterId, query);
    expect(file).toMatchObject({ ok: true, value: { fileName: "ConfigMap-big.yaml" } });
    expect(file.ok && file.value.text.includes(big)).toBe(true);
  });
});

describe("an object of a custom kind", () => {
  const served = {
    "/api": { items: [] },
    "/apis": { items: [group("example.org", "v1", resource("widgets", "Widget"))] },
  };

  it("is shown without a schema, with names full of markup", async () => {
    const path = `/apis/example.org/v1/namespaces/shop/widgets/${encodeURIComponent("<b>")}`;
    const widget = {
      metadata: metadata("<b>", { annotations: { "x/y": EVIL } }),
      anything: [EVIL],
    };
    serve(api, { ...LISTS, ...served, [path]: widget });
    const shown = await show(ref("example.org/v1", "Widget", "<b>"));
    expect(shown).toMatchObject({
      list: "widgets.example.org",
      status: null,
      annotations: { "x/y": EVIL },
      actions: ["edit", "delete"],
    });
  });

  it("needs a namespace when its kind has them, and a kind that is served", async () => {
    serve(api, { ...LISTS, ...served });
    const widget = { ...ref("example.org/v1", "Widget", "w"), namespace: "" };
    const bare = await showKubeObject(needs, clusterId, widget);
    expect(bare).toMatchObject({
      ok: false,
      problem: { fields: { namespace: expect.any(String) } },
    });
    const unknown = await showKubeObject(needs, clusterId, ref("example.org/v1", "Gadget", "g"));
    expect(unknown).toMatchObject({ ok: false, problem: { code: "object.not-found" } });
  });
});
