import { describe, expect, it } from "vitest";
import { blastRadius, type BlastWorld } from "./blast-radius";
import { drainPreview, type DrainWorld } from "./drain-preview";

const meta = (name: string, more: object = {}) => ({
  name,
  namespace: "club",
  uid: `uid-${name}`,
  ...more,
});
const owned = (kind: string, name: string) => ({
  ownerReferences: [{ kind, name, uid: `uid-${name}`, controller: true }],
});
const pod = (name: string, owner: object, spec: object = {}) => ({
  metadata: meta(name, { labels: { app: "web" }, ...owner }),
  spec: { nodeName: "n1", ...spec },
  status: { phase: "Running" },
});
const service = { metadata: meta("web"), spec: { selector: { app: "web" } } };
const ingress = {
  metadata: meta("web"),
  spec: {
    rules: [
      { host: "club.example.org", http: { paths: [{ backend: { service: { name: "web" } } }] } },
    ],
  },
};
const EMPTY: BlastWorld = {
  object: { metadata: meta("web") },
  pods: [],
  between: [],
  services: [],
  ingresses: [],
  claims: [],
  volumes: [],
  autoscalers: [],
  contents: {},
  complete: true,
};
const ref = (kind: string, name = "web") => ({ apiVersion: "v1", kind, namespace: "club", name });

describe("what goes with an object", () => {
  it("a deployment takes its pods, and a site when nothing else stands behind it", () => {
    const world = {
      ...EMPTY,
      between: [{ metadata: meta("web-1", owned("Deployment", "web")) }],
      pods: [
        pod("web-1-a", owned("ReplicaSet", "web-1"), {
          volumes: [{ name: "d", persistentVolumeClaim: { claimName: "data" } }],
        }),
      ],
      services: [service],
      ingresses: [ingress],
    };
    const radius = blastRadius(ref("Deployment"), world);
    expect(radius.items.map(({ code, verdict, names }) => [code, verdict, names])).toEqual([
      ["pods", "goes", ["web-1-a"]],
      ["services", "breaks", ["web"]],
      ["hosts", "breaks", ["club.example.org"]],
      ["claims", "stays", ["data"]],
    ]);
    expect(radius.typed).toBe(true);
    const shared = { ...world, pods: [...world.pods, pod("other", {})] };
    expect(blastRadius(ref("Deployment"), shared)).toMatchObject({ typed: false });
  });

  it("a claim's data is lost unless its volume is kept, and its name is always typed", () => {
    const volume = (policy: string) => ({
      metadata: { name: "pv" },
      spec: { persistentVolumeReclaimPolicy: policy, claimRef: { namespace: "club", name: "web" } },
    });
    const of = (policy: string) =>
      blastRadius(ref("PersistentVolumeClaim"), { ...EMPTY, volumes: [volume(policy)] });
    expect(of("Delete").items).toMatchObject([{ code: "volumes", verdict: "lost" }]);
    expect(of("Retain")).toMatchObject({ typed: true, items: [{ verdict: "stays" }] });
  });

  it("a pod with an owner comes back, and the owner is named", () => {
    const object = pod("web-1-a", owned("ReplicaSet", "web-1"));
    const radius = blastRadius(ref("Pod", "web-1-a"), { ...EMPTY, object, pods: [object] });
    expect(radius).toMatchObject({ owner: "ReplicaSet/web-1", items: [{ code: "comes-back" }] });
  });

  it.each([
    ["ConfigMap", { envFrom: [{ configMapRef: { name: "web" } }] }],
    ["Secret", { env: [{ valueFrom: { secretKeyRef: { name: "web" } } }] }],
  ])("a %s breaks the pods that use it", (kind, container) => {
    const pods = [pod("a", {}, { containers: [{ name: "c", ...container }] })];
    expect(blastRadius(ref(kind), { ...EMPTY, pods }).items).toMatchObject([
      { code: "users", verdict: "breaks", names: ["a"] },
    ]);
  });

  it("a namespace takes all that is in it, and names few of many", () => {
    const contents = { Pod: Array.from({ length: 9 }, (_, index) => `p${index}`), Secret: [] };
    const radius = blastRadius(
      { ...ref("Namespace", "club"), namespace: "" },
      { ...EMPTY, contents },
    );
    expect(radius).toMatchObject({
      typed: true,
      items: [{ code: "objects", kind: "Pod", count: 9 }],
    });
    expect(radius.items[0]?.names).toHaveLength(6);
  });
});

describe("what a drain does", () => {
  const node = (name: string, spec: object = {}) => ({
    metadata: { name },
    spec,
    status: { conditions: [{ type: "Ready", status: "True" }] },
  });
  const world = (changes: Partial<DrainWorld> = {}): DrainWorld => ({
    node: node("n1"),
    nodes: [node("n1"), node("n2"), node("n3", { unschedulable: true })],
    pods: [],
    budgets: [],
    volumes: [],
    services: [service],
    ingresses: [ingress],
    complete: true,
    ...changes,
  });

  it("moves what a controller starts again, leaves daemon sets, and says what would be lost", () => {
    const preview = drainPreview(
      world({
        pods: [
          pod("web-a", owned("ReplicaSet", "web")),
          pod("bare", {}, { volumes: [{ name: "v", emptyDir: {} }] }),
          pod("agent", owned("DaemonSet", "agent")),
          { ...pod("ended", {}), status: { phase: "Succeeded" } },
          { ...pod("elsewhere", {}), spec: { nodeName: "n2" } },
        ],
      }),
    );
    expect(preview.pods.map(({ name, bare, emptyDir }) => [name, bare, emptyDir])).toEqual([
      ["web-a", false, false],
      ["bare", true, true],
    ]);
    expect(preview).toMatchObject({ staying: 1, otherNodes: 1 });
  });

  it("counts the copies of a site that run elsewhere, and knows a volume that cannot move", () => {
    const claim = { volumes: [{ name: "d", persistentVolumeClaim: { claimName: "data" } }] };
    const local = {
      metadata: { name: "pv" },
      spec: {
        claimRef: { namespace: "club", name: "data" },
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  { key: "kubernetes.io/hostname", operator: "In", values: ["n1"] },
                ],
              },
            ],
          },
        },
      },
    };
    const other = { ...pod("web-b", {}), spec: { nodeName: "n2" } };
    const mobile = drainPreview(world({ pods: [pod("web-a", owned("ReplicaSet", "web")), other] }));
    expect(mobile.sites).toEqual([{ host: "club.example.org", elsewhere: 1, pinned: false }]);
    const fixed = drainPreview(
      world({ pods: [pod("web-a", owned("ReplicaSet", "web"), claim)], volumes: [local] }),
    );
    expect(fixed.sites).toEqual([{ host: "club.example.org", elsewhere: 0, pinned: true }]);
  });

  it("names the budgets that its pods fall under, of their own namespace only", () => {
    const budget = (namespace: string) => ({
      metadata: { name: "web", namespace },
      spec: { selector: { matchExpressions: [{ key: "app", operator: "In", values: ["web"] }] } },
      status: { disruptionsAllowed: 0 },
    });
    const pods = [pod("web-a", owned("ReplicaSet", "web"))];
    const { budgets } = drainPreview(world({ pods, budgets: [budget("club"), budget("other")] }));
    expect(budgets).toEqual([{ namespace: "club", name: "web", allowed: 0, pods: 1 }]);
  });
});
