import { describe, expect, it } from "vitest";
import { clusterCapacity, nodeVersions } from "./cluster-capacity";
import { clusterTroubles, type OverviewRows } from "./cluster-troubles";
import { KINDS } from "./kinds";

const metadata = (name: string, over: object = {}) => ({
  ...{ name, namespace: "shop", uid: `uid-${name}`, ...over },
});
const node = (name: string, ready = "True", over: object = {}) =>
  KINDS.nodes.project({
    metadata: { name, uid: name },
    status: {
      conditions: [{ type: "Ready", status: ready, message: "PLEG is not healthy" }],
      allocatable: { cpu: "2", memory: "1Gi", pods: "110" },
      nodeInfo: { kubeletVersion: "v1.36.4+k3s1" },
      ...over,
    },
  });
const pod = (name: string, waiting: string, over: object = {}) =>
  KINDS.pods.project({
    metadata: metadata(name, {
      labels: { "pod-template-hash": "7d8f" },
      ownerReferences: [{ kind: "ReplicaSet", name: "web-7d8f", controller: true }],
      ...over,
    }),
    spec: {
      nodeName: "n1",
      containers: [
        { name: "c", image: "nginx:0", resources: { requests: { cpu: "250m", memory: "64Mi" } } },
      ],
    },
    status: {
      phase: "Running",
      containerStatuses: [
        waiting === ""
          ? { name: "c", ready: true, state: { running: {} } }
          : { name: "c", ready: false, state: { waiting: { reason: waiting } } },
      ],
    },
  });
const stuck = (name: string) =>
  KINDS.deployments.project({
    metadata: metadata(name),
    spec: { replicas: 3 },
    status: {
      conditions: [{ type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded" }],
    },
  });

const NOTHING: OverviewRows = {
  ...{ nodes: [], pods: [], deployments: [], statefulsets: [], daemonsets: [] },
  ...{ jobs: [], claims: [], autoscalers: [] },
};
const titles = (rows: Partial<OverviewRows>, volumes = []) =>
  clusterTroubles({ ...NOTHING, ...rows }, volumes).map(({ title }) => title);

describe("what is wrong in a cluster", () => {
  it("is nothing when all is well", () => {
    expect(titles({ nodes: [node("n1")], pods: [pod("a", "")] })).toEqual([]);
  });

  it("tells pods of one deployment with one trouble as one, and not the deployment again", () => {
    const pods = ["a", "b", "c"].map((name) => pod(name, "ImagePullBackOff"));
    const troubles = clusterTroubles({ ...NOTHING, pods, deployments: [stuck("web")] }, []);
    expect(troubles).toMatchObject([
      {
        code: "image",
        severity: "critical",
        title: "3 pods of Deployment/web cannot get their image",
        count: 3,
        list: "deployments",
        ref: { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web" },
      },
    ]);
    expect(troubles[0]?.why).toContain("nginx:0");
  });

  it("tells a deployment by itself when no pod says why", () => {
    expect(titles({ deployments: [stuck("web")] })).toEqual(["Deployment/web does not get on"]);
  });

  it("names a pod that nothing owns", () => {
    const bare = pod("bare", "CrashLoopBackOff", { ownerReferences: [] });
    expect(titles({ pods: [bare] })).toEqual(["bare ends again and again"]);
  });

  it("puts what takes most down first", () => {
    const job = KINDS["jobs.batch"].project({
      metadata: metadata("nightly"),
      status: { conditions: [{ type: "Failed", status: "True", reason: "BackoffLimitExceeded" }] },
    });
    const claim = KINDS.persistentvolumeclaims.project({
      metadata: metadata("data"),
      spec: { storageClassName: "fast" },
      status: { phase: "Pending" },
    });
    const full = { namespace: "shop", name: "db", usedBytes: 97, capacityBytes: 100 };
    const half = { namespace: "shop", name: "logs", usedBytes: 50, capacityBytes: 100 };
    const rows = {
      ...NOTHING,
      ...{ jobs: [job], claims: [claim], deployments: [stuck("api")] },
      pods: [pod("a", "CrashLoopBackOff")],
      nodes: [node("n1"), node("n2", "False")],
    };
    const troubles = clusterTroubles(rows, [full, half]);
    expect(troubles.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "critical node-not-ready",
      "critical volume-full",
      "critical crash-loop",
      "critical rollout-stuck",
      "warning claim-unbound",
      "warning job-failed",
    ]);
    expect(troubles[1]?.title).toBe("db is 97 % full");
  });

  it("says pressure of a node that is ready", () => {
    const conditions = [
      { type: "Ready", status: "True" },
      { type: "DiskPressure", status: "True", message: "97 % used" },
    ];
    expect(titles({ nodes: [node("n1", "True", { conditions })] })).toEqual([
      "n1 is under pressure",
    ]);
  });
});

describe("a cluster's capacity", () => {
  it("sets what is promised to running pods against what nodes offer", () => {
    const done = KINDS.pods.project({
      metadata: metadata("done"),
      spec: { nodeName: "n1", containers: [{ name: "c", resources: { requests: { cpu: "1" } } }] },
      status: { phase: "Succeeded" },
    });
    const capacity = clusterCapacity([node("n1"), node("n2")], [pod("a", ""), done], null);
    expect(capacity.cpuMillis).toEqual({ allocatable: 4000, requested: 250, used: null });
    expect(capacity.memoryBytes.requested).toBe(64 * 2 ** 20);
    expect(capacity.pods).toEqual({ allocatable: 220, requested: 1, used: 1 });
  });

  it("is not zero but unknown while nothing was read", () => {
    expect(clusterCapacity(null, null, null).cpuMillis).toEqual({
      ...{ allocatable: null, requested: null, used: null },
    });
  });

  it("counts versions of kubelets, the commonest first", () => {
    const old = node("old", "True", { nodeInfo: { kubeletVersion: "v1.35.1+k3s1" } });
    expect(nodeVersions([old, node("b"), node("a")])).toEqual([
      { version: "v1.36.4+k3s1", nodes: ["a", "b"] },
      { version: "v1.35.1+k3s1", nodes: ["old"] },
    ]);
  });
});
