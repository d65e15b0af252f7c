import { describe, expect, it } from "vitest";
import { isServerNode, nodeActions, nodeKind, nodeState } from "./node";

const ready = (status: string, message = "") => ({
  type: "Ready",
  status,
  message,
  lastTransitionTime: "2026-11-23T10:00:00Z",
});
const node = (
  conditions: readonly object[],
  spec: object = {},
  labels: Record<string, string> = {},
) =>
  nodeKind.project({
    metadata: { name: "master1", uid: "u", labels },
    spec,
    status: {
      conditions,
      addresses: [
        { type: "Hostname", address: "master1" },
        { type: "InternalIP", address: "192.168.1.220" },
      ],
      capacity: { cpu: "4", memory: "3882448Ki", pods: "110" },
      allocatable: { cpu: "3800m", memory: "3780048Ki", pods: "110" },
      nodeInfo: { kubeletVersion: "v1.34.4+k3s1", osImage: "Debian 12", architecture: "arm64" },
    },
  });

describe("a node's row", () => {
  it("keeps address, version, roles, capacity and taints", () => {
    const row = node(
      [ready("True")],
      {
        taints: [
          { key: "CriticalAddonsOnly", value: "true", effect: "NoExecute" },
          { key: "x", effect: "NoSchedule" },
        ],
      },
      { "node-role.kubernetes.io/control-plane": "true", "node-role.kubernetes.io/etcd": "true" },
    );
    expect(row).toMatchObject({
      ready: true,
      address: "192.168.1.220",
      version: "v1.34.4+k3s1",
      architecture: "arm64",
      roles: ["control-plane", "etcd"],
      taints: ["CriticalAddonsOnly=true:NoExecute", "x:NoSchedule"],
      cpuMillis: { capacity: 4000, allocatable: 3800 },
      memoryBytes: { capacity: 3882448 * 1024, allocatable: 3780048 * 1024 },
      maxPods: 110,
      troubles: [],
    });
    expect(isServerNode(row)).toBe(true);
  });

  it("tells a silent kubelet from one that reports trouble", () => {
    const silent = node([ready("Unknown", "Kubelet stopped posting node status.")]);
    const sick = node([ready("False", "container runtime is down")]);
    expect(silent.troubles[0]).toMatchObject({
      code: "kubelet-silent",
      since: "2026-11-23T10:00:00Z",
    });
    expect(sick.troubles[0]).toMatchObject({
      code: "not-ready",
      message: "container runtime is down",
    });
    expect([silent.ready, sick.ready]).toEqual([false, false]);
  });

  it("can be declared off only while it is not ready, and back once it was", () => {
    const off = { key: "node.kubernetes.io/out-of-service", value: "nodeshutdown" };
    const taints = [{ ...off, effect: "NoExecute" }];
    expect(nodeActions(node([ready("True")]))).toEqual(["cordon", "drain", "labels", "taints"]);
    expect(nodeActions(node([ready("Unknown")]))).toContain("declare-off");
    const declared = nodeActions(node([ready("Unknown")], { taints, unschedulable: true }));
    expect(declared).toEqual(["uncordon", "drain", "labels", "taints", "declare-on"]);
  });

  it("reports pressure beside Ready", () => {
    const row = node([
      ready("True"),
      { type: "DiskPressure", status: "True", message: "disk" },
      { type: "MemoryPressure", status: "False" },
    ]);
    expect(row.ready).toBe(true);
    expect(row.troubles.map(({ code }) => code)).toEqual(["disk-pressure"]);
  });

  it("is NotReady before it is cordoned", () => {
    expect(nodeState(node([ready("True")], { unschedulable: true }))).toBe("cordoned");
    expect(nodeState(node([ready("False")], { unschedulable: true }))).toBe("not-ready");
  });

  it("survives a node that has not said anything yet", () => {
    const row = nodeKind.project({ metadata: { name: "new", uid: "n" } });
    expect(row).toMatchObject({
      ready: false,
      address: "",
      cpuMillis: { capacity: null, allocatable: null },
    });
  });
});
