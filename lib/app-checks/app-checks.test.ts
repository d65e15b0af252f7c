import { describe, expect, it } from "vitest";
import type { Manifest } from "@/lib/kube-write/manifest";
import type { ImageAnswer } from "@/lib/registry/image-answer";
import { TEMPLATES } from "@/lib/templates/templates";
import { appChecks } from "./app-checks";
import { imagesToFetch } from "./image-checks";
import { withChecks } from "./name-checks";
import type { AppWorld } from "./world";

const given = { randomPassword: () => "correct-horse-battery" };
const nginx = (changes: object = {}): readonly Manifest[] =>
  TEMPLATES.nginx.build({
    ...TEMPLATES.nginx.defaults(given),
    ...{ name: "web", namespace: "club" },
    ...changes,
  });
const world = (changes: Partial<AppWorld> = {}): AppWorld => ({
  ...{ namespace: "club", namespaceExists: true, existing: [], ingresses: [] },
  ...{ ingressClasses: [{ metadata: { name: "traefik" } }], services: [], quotas: [], limits: [] },
  ...{ classes: [], nodes: [], images: new Map() },
  ...changes,
});
const check = (objects: readonly Manifest[], of: AppWorld) =>
  appChecks({ objects, passwords: [] }, of).filter(({ code }) => code !== "image-unasked");
const codes = (objects: readonly Manifest[], of: AppWorld) =>
  check(objects, of).map(({ code }) => code);

const volume = { kind: "volume", sizeGiB: 10, path: "/data" };
const storage = (provisioner: string) => ({
  metadata: { name: "c", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
  provisioner,
});

describe("names", () => {
  it("of a namespace that is not there are made", () => {
    expect(codes(nginx(), world({ namespaceExists: false }))).toEqual(["namespace-new"]);
  });

  it("of the app's own objects are told from those of somebody else", () => {
    const labels = {
      "app.kubernetes.io/managed-by": "gandalf",
      "app.kubernetes.io/instance": "web",
    };
    const own = { kind: "Deployment", metadata: { name: "web", namespace: "club", labels } };
    const foreign = { kind: "Service", metadata: { name: "web", namespace: "club" } };
    expect(check(nginx(), world({ existing: [own, foreign] }))).toMatchObject([
      { code: "name-taken", objects: ["Service club/web"] },
      { code: "updates", objects: ["Deployment club/web"] },
    ]);
  });
});

describe("a password that a volume knows", () => {
  const template = TEMPLATES.wordpress;
  const values = { ...template.defaults(given), name: "blog", namespace: "club" };
  const objects = template.build(values);
  const passwords = template.passwords(values);
  const there = (kind: string) => ({
    kind,
    metadata: { name: "blog-database", namespace: "club" },
  });
  const said = (kinds: readonly string[]) =>
    appChecks({ objects, passwords }, world({ existing: kinds.map(there) }));

  it("is kept with its secret, which is not applied anew", () => {
    const checks = said(["Secret", "PersistentVolumeClaim"]);
    expect(checks).toContainEqual(
      expect.objectContaining({ code: "password-kept", secret: "Secret club/blog-database" }),
    );
    const kept = withChecks(objects, checks);
    expect(kept).toHaveLength(objects.length - 1);
    expect(kept.map(({ kind }) => kind)).not.toContain("Secret");
  });

  it("is asked for when only the volume is left", () => {
    const checks = said(["PersistentVolumeClaim"]);
    expect(checks).toContainEqual(
      expect.objectContaining({ code: "password-lost", volume: "club/blog-database" }),
    );
    expect(withChecks(objects, checks)).toEqual(objects);
  });

  it("is new with a new app", () => {
    expect(said([]).map(({ code }) => code)).not.toContain("password-lost");
  });
});

describe("what is applied", () => {
  it("begins with a namespace that is not there, and only with the one that is meant", () => {
    const made = { code: "namespace-new", field: "namespace", namespace: "club" } as const;
    expect(withChecks(nginx(), [made])[0]).toMatchObject({ kind: "Namespace" });
    expect(withChecks(nginx(), [{ ...made, namespace: "clu" }])).toEqual(nginx());
  });
});

describe("where it is reached", () => {
  const hosted = nginx({ expose: { kind: "host", host: "a.example.org" } });
  const ingress = (name: string) => ({
    metadata: { name, namespace: "club" },
    spec: { rules: [{ host: "a.example.org" }] },
  });

  it("at a host name is told who has it already, but not of itself", () => {
    expect(codes(hosted, world({ ingresses: [ingress("web")] }))).toEqual([]);
    expect(check(hosted, world({ ingresses: [ingress("other")] }))).toMatchObject([
      { code: "host-taken", by: "club/other" },
    ]);
  });

  it("at a host name needs somebody who answers", () => {
    expect(codes(hosted, world({ ingressClasses: [] }))).toEqual(["no-ingress"]);
    expect(codes(nginx(), world({ ingressClasses: [] }))).toEqual([]);
  });

  const balanced = nginx({ expose: { kind: "load-balancer" } });
  const balancer = (name: string, port: number) => ({
    metadata: { name, namespace: "club" },
    spec: { type: "LoadBalancer", ports: [{ port }] },
  });
  const node = (kubeletVersion: string) => ({
    metadata: { name: "n1" },
    status: { nodeInfo: { architecture: "amd64", kubeletVersion } },
  });

  it("at a port of k3s's balancer is told who has that port", () => {
    const nodes = [node("v1.34.4+k3s1")];
    const taken = world({ nodes, services: [balancer("traefik", 80)] });
    expect(check(balanced, taken)).toMatchObject([
      { code: "port-taken", port: 80, by: "club/traefik" },
    ]);
    expect(codes(balanced, world({ nodes, services: [balancer("traefik", 443)] }))).toEqual([]);
    expect(codes(balanced, world({ nodes, services: [balancer("web", 80)] }))).toEqual([]);
    expect(codes(nginx(), taken)).toEqual([]);
  });

  it("elsewhere has an address of its own", () => {
    const services = [balancer("traefik", 80)];
    expect(codes(balanced, world({ nodes: [node("v1.34.4")], services }))).toEqual([]);
  });
});

describe("a quota", () => {
  const quota = (hard: Record<string, string>, used: Record<string, string> = {}, spec = {}) => ({
    metadata: { name: "q" },
    spec,
    status: { hard, used },
  });

  it.each([
    { resource: "requests.memory", hard: "1Gi", used: "900Mi", asked: "320 MiB", left: "124 MiB" },
    { resource: "requests.cpu", hard: "1", used: "600m", asked: "0.5", left: "0.4" },
    { resource: "limits.memory", hard: "600Mi", used: "0", asked: "640 MiB", left: "600 MiB" },
    { resource: "pods", hard: "12", used: "5", asked: "10", left: "7" },
    { resource: "count/pods", hard: "9", used: "0", asked: "10", left: "9" },
    { resource: "count/deployments.apps", hard: "3", used: "3", asked: "1", left: "0" },
    { resource: "services", hard: "1", used: "1", asked: "1", left: "0" },
    { resource: "requests.storage", hard: "15Gi", used: "6Gi", asked: "10 GiB", left: "9 GiB" },
    { resource: "persistentvolumeclaims", hard: "1", used: "1", asked: "1", left: "0" },
  ])("of $resource is added up", ({ resource, hard, used, asked, left }) => {
    const quotas = [quota({ [resource]: hard }, { [resource]: used })];
    const classes = [storage("nfs")];
    expect(check(nginx({ volume }), world({ quotas, classes }))[0]).toMatchObject({
      code: "quota",
      ...{ resource, asked, left },
    });
  });

  it("that has room is said once", () => {
    const quotas = [quota({ pods: "20", "requests.cpu": "4", "count/widgets.example.org": "0" })];
    expect(check(nginx(), world({ quotas }))).toMatchObject([{ code: "quota-holds", quota: "q" }]);
  });

  it("counts only what an update asks more than now", () => {
    const labels = {
      "app.kubernetes.io/managed-by": "gandalf",
      "app.kubernetes.io/instance": "web",
    };
    const existing = nginx({ replicas: 8 }).map(({ kind, metadata, spec }) => ({
      kind,
      spec,
      metadata: { name: metadata.name, namespace: "club", labels },
    }));
    const of = (left: string) =>
      world({ existing, quotas: [quota({ pods: "8" }, { pods: String(8 - Number(left)) })] });
    expect(codes(nginx(), of("2"))).toEqual(["updates", "quota-holds"]);
    expect(codes(nginx(), of("1"))).toEqual(["updates", "quota"]);
    expect(codes(nginx({ replicas: 3 }), of("0"))).toEqual(["updates", "quota-holds"]);
  });

  it("of something that the form does not ask for lets nobody in, unless a limit range says it", () => {
    const quotas = [quota({ "limits.cpu": "10" })];
    const limits = [
      {
        metadata: { name: "r" },
        spec: { limits: [{ type: "Container", default: { cpu: "500m" } }] },
      },
    ];
    expect(check(nginx(), world({ quotas }))).toMatchObject([
      { code: "quota-asks", resource: "limits.cpu" },
    ]);
    expect(codes(nginx(), world({ quotas, limits }))).toEqual(["quota-holds"]);
    const tight = [quota({ "limits.cpu": "4" })];
    expect(codes(nginx(), world({ quotas: tight, limits }))).toEqual(["quota"]);
  });

  it.each([{ scopes: ["BestEffort"] }, { scopes: ["Terminating"] }, { scopeSelector: {} }])(
    "of other pods (%j) does not count",
    (spec) => {
      expect(codes(nginx(), world({ quotas: [quota({ pods: "0" }, {}, spec)] }))).toEqual([]);
    },
  );
});

describe("a limit range", () => {
  const range = (limit: object) => ({
    metadata: { name: "r" },
    spec: { limits: [{ type: "Container", ...limit }] },
  });

  it.each([
    [
      { min: { memory: "64Mi" } },
      { resource: "memory", bound: "least", asked: "32 MiB", allowed: "64 MiB" },
    ],
    [
      { max: { memory: "48Mi" } },
      { resource: "memory", bound: "most", asked: "64 MiB", allowed: "48 MiB" },
    ],
    [{ max: { cpu: "20m" } }, { resource: "cpu", bound: "most", asked: "0.05", allowed: "0.02" }],
    [
      { default: { cpu: "10m" } },
      { resource: "cpu", bound: "default", asked: "0.05", allowed: "0.01" },
    ],
    [
      { maxLimitRequestRatio: { memory: "1" } },
      { resource: "memory", bound: "most", asked: "64 MiB", allowed: "32 MiB" },
    ],
    [
      { type: "PersistentVolumeClaim", max: { storage: "5Gi" } },
      { resource: "storage", bound: "most", asked: "10 GiB", allowed: "5 GiB" },
    ],
    [
      { type: "PersistentVolumeClaim", min: { storage: "20Gi" } },
      { resource: "storage", bound: "least", asked: "10 GiB", allowed: "20 GiB" },
    ],
  ])("of %j refuses", (limit, refusal) => {
    const of = world({ limits: [range(limit)], classes: [storage("nfs")] });
    expect(check(nginx({ volume, replicas: 1 }), of)).toMatchObject([
      { code: "limit", range: "r", ...refusal },
    ]);
  });

  it("that the form keeps to says nothing, nor one that holds nothing", () => {
    const fits = {
      min: { memory: "4Mi" },
      max: { memory: "1Gi", cpu: "1" },
      default: { cpu: "1" },
    };
    expect(codes(nginx(), world({ limits: [range(fits), { metadata: { name: "e" } }] }))).toEqual(
      [],
    );
  });
});

describe("a volume", () => {
  it("on one node's disk is warned of, more so with several copies", () => {
    const pinned = world({ classes: [storage("rancher.io/local-path")] });
    expect(codes(nginx({ volume, replicas: 1 }), pinned)).toEqual(["pinned-volume"]);
    expect(check(nginx({ volume }), pinned)).toMatchObject([
      { code: "pinned-volume", storageClass: "c" },
      { code: "shared-volume", copies: 10, pinned: true },
    ]);
  });

  it("in the network still takes one node at a time", () => {
    const classes = [storage("nfs.csi.k8s.io")];
    expect(codes(nginx({ volume, replicas: 1 }), world({ classes }))).toEqual([]);
    expect(check(nginx({ volume }), world({ classes }))).toMatchObject([
      { code: "shared-volume", pinned: false },
    ]);
  });

  it("waits where there is no storage class", () => {
    expect(codes(nginx({ volume }), world())).toEqual(["no-storage"]);
  });
});

describe("an image", () => {
  const node = (name: string, architecture: string, images: readonly string[] = []) => ({
    metadata: { name },
    status: { images: [{ names: images }], nodeInfo: { architecture } },
  });
  const FULL = "docker.io/library/nginx:1.14.2";
  const nodes = [node("n1", "amd64"), node("n2", "arm"), node("n3", "arm")];
  const said = (answer: ImageAnswer) =>
    appChecks(
      { objects: nginx(), passwords: [] },
      world({ nodes, images: new Map([["nginx:1.14.2", answer]]) }),
    );

  it("that every node has is not asked for", () => {
    const all = [node("n1", "amd64", [FULL]), node("n2", "arm", [FULL])];
    expect(imagesToFetch(nginx(), all)).toEqual([]);
    expect(appChecks({ objects: nginx(), passwords: [] }, world({ nodes: all }))).toMatchObject([
      { code: "image-there", all: true },
    ]);
  });

  it("that some node lacks is", () => {
    const some = [node("n1", "amd64", [FULL]), node("n2", "arm")];
    expect(imagesToFetch(nginx(), some)).toEqual(["nginx:1.14.2"]);
    expect(appChecks({ objects: nginx(), passwords: [] }, world({ nodes: some }))).toMatchObject([
      { code: "image-there", nodes: ["n1"], all: false },
      { code: "image-unasked", registry: "docker.io" },
    ]);
  });

  it("for all processors is fine", () => {
    expect(said({ kind: "found", platforms: ["amd64", "arm/v7"] })).toMatchObject([
      { code: "image-runs", platforms: ["amd64", "arm/v7"] },
    ]);
  });

  it("for some of them names those that are left out", () => {
    expect(said({ kind: "found", platforms: ["amd64"] })).toMatchObject([
      { code: "image-unfit", unable: [{ architecture: "arm", nodes: 2 }], none: false },
    ]);
  });

  it("for none of them is said so", () => {
    expect(said({ kind: "found", platforms: ["s390x"] })).toMatchObject([
      {
        code: "image-unfit",
        unable: [{ architecture: "amd64" }, { architecture: "arm" }],
        none: true,
      },
    ]);
  });

  it.each([
    ["missing", "image-missing"],
    ["closed", "image-closed"],
    ["busy", "image-busy"],
    ["away", "image-unasked"],
  ] as const)("of which a registry says %s is %s", (kind, code) => {
    expect(said({ kind })).toMatchObject([{ code, registry: "docker.io" }]);
  });
});
