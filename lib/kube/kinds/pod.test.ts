import { describe, expect, it } from "vitest";
import { podKind } from "./pod";

const metadata = { name: "gallery-6c9d", namespace: "club", uid: "u1" };
const project = (spec: object, status: object, more: object = {}) =>
  podKind.project({ metadata: { ...metadata, ...more }, spec, status });
const one = (state: object, more: object = {}) => ({
  phase: "Running",
  containerStatuses: [{ name: "web", image: "sha256:abc", state, ...more }],
});

describe("a pod's row", () => {
  it("keeps node, address, owner, restarts and what it asks for", () => {
    const row = project(
      {
        nodeName: "worker1",
        containers: [
          {
            name: "web",
            image: "nginx:1.14.2",
            resources: { requests: { cpu: "250m", memory: "64Mi" } },
          },
          {
            name: "log",
            image: "nginx:1.14.2",
            resources: { requests: { cpu: "1", memory: "1Gi" } },
          },
        ],
      },
      { ...one({ running: {} }, { ready: true, restartCount: 3 }), podIP: "10.42.1.7" },
      { ownerReferences: [{ kind: "ReplicaSet", name: "gallery" }] },
    );
    expect(row).toMatchObject({
      node: "worker1",
      ip: "10.42.1.7",
      owner: "ReplicaSet/gallery",
      restarts: 3,
      containers: 2,
      images: ["nginx:1.14.2"],
      cpuRequestMillis: 1250,
      memoryRequestBytes: 1_140_850_688,
    });
  });

  it("names the image that cannot be had and where it was looked for", () => {
    const state = { waiting: { reason: "ImagePullBackOff", message: "not found" } };
    const row = project(
      { containers: [{ name: "web", image: "ghcr.io/club/galery:2" }] },
      one(state),
    );
    expect(row.look).toBe("image-pull-back-off");
    expect(row.trouble).toEqual({
      code: "image",
      image: "ghcr.io/club/galery:2",
      registry: "ghcr.io",
      message: "not found",
    });
  });

  it.each([
    ["nginx", "docker.io"],
    ["club/gallery:2", "docker.io"],
    ["localhost/x", "localhost"],
    ["10.0.0.1:5000/x", "10.0.0.1:5000"],
  ])("looks for %s in %s", (image, registry) => {
    const row = project(
      { containers: [{ name: "web", image }] },
      one({ waiting: { reason: "ErrImagePull" } }),
    );
    expect(row.trouble).toMatchObject({ registry });
  });

  it("says how a container ended that starts again and again", () => {
    const row = project(
      { containers: [{ name: "web" }] },
      one(
        { waiting: { reason: "CrashLoopBackOff" } },
        { lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } } },
      ),
    );
    expect(row.look).toBe("crash-loop-back-off");
    expect(row.trouble).toMatchObject({
      code: "crash-loop",
      container: "web",
      exitCode: 137,
      lastReason: "OOMKilled",
    });
  });

  it("passes on why the scheduler finds no node", () => {
    const message = "0/4 nodes are available: 2 Insufficient memory.";
    const conditions = [
      { type: "PodScheduled", status: "False", reason: "Unschedulable", message },
    ];
    const row = project({ containers: [{ name: "web" }] }, { phase: "Pending", conditions });
    expect(row).toMatchObject({ look: "pending", trouble: { code: "unschedulable", message } });
  });

  it("does not call a pod well that runs without being ready", () => {
    const row = project({ containers: [{ name: "web" }] }, one({ running: {} }, { ready: false }));
    expect(row).toMatchObject({
      phrase: "Running",
      look: "pending",
      trouble: { code: "not-ready", ready: 0, total: 1 },
    });
  });

  it("finds nothing wrong with a pod that did its work", () => {
    const row = project(
      { containers: [{ name: "web" }] },
      { ...one({ terminated: { exitCode: 0, reason: "Completed" } }), phase: "Succeeded" },
    );
    expect(row).toMatchObject({
      phrase: "Completed",
      look: "completed",
      trouble: null,
      finished: true,
    });
  });

  it("survives an object with nothing in it", () => {
    expect(podKind.project({ metadata })).toMatchObject({
      phrase: "Unknown",
      look: "unknown",
      node: "",
    });
  });
});
