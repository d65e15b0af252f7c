import { describe, expect, it } from "vitest";
import { hubOver, listOf, serve } from "@/server/kube/testing/hub-over";
import { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { testContainer } from "@/server/testing/test-container";
import { showClusterOverview } from "./show-cluster-overview";

const NODE = {
  metadata: { name: "worker1", uid: "n" },
  status: {
    conditions: [{ type: "Ready", status: "True" }],
    allocatable: { cpu: "4", memory: "4Gi", pods: "110" },
    nodeInfo: { kubeletVersion: "v1.36.4+k3s1" },
  },
};
const CLAIM = {
  metadata: { name: "data", namespace: "shop", uid: "c" },
  spec: { storageClassName: "local-path" },
  status: { phase: "Pending" },
};
const event = (reason: string, type: string, uid: string) => ({
  metadata: { name: `${reason}-${uid}`, namespace: "shop", uid: `${reason}-${uid}` },
  ...{ type, reason, message: `${reason} of ${uid}`, lastTimestamp: "2026-11-23T10:00:00Z" },
  involvedObject: { kind: "PersistentVolumeClaim", name: "data", uid },
});
const LISTS = {
  "/api/v1/nodes": listOf(NODE),
  "/api/v1/pods": listOf(),
  "/apis/apps/v1/deployments": listOf(),
  "/apis/apps/v1/statefulsets": listOf(),
  "/apis/apps/v1/daemonsets": listOf(),
  "/apis/batch/v1/jobs": listOf(),
  "/api/v1/persistentvolumeclaims": listOf(CLAIM),
  "/apis/autoscaling/v2/horizontalpodautoscalers": listOf(),
  "/api/v1/events": listOf(
    event("ProvisioningFailed", "Warning", "c"),
    event("Pulled", "Normal", "x"),
  ),
};
const summary = (usedBytes: number) => ({
  node: { cpu: { usageNanoCores: 500_000_000 }, memory: { workingSetBytes: 2 ** 30 } },
  pods: [
    { volume: [{ pvcRef: { name: "db", namespace: "shop" }, capacityBytes: 1000, usedBytes }] },
  ],
});

async function setUp(answers: Readonly<Record<string, unknown>>) {
  const panel = await testContainer();
  const api = await FakeKubeApi.start();
  const { db } = panel.container;
  const { id } = await db.cluster.create({ data: { name: "lab", spec: "{}" } });
  serve(api, { ...LISTS, ...answers });
  return {
    show: () => showClusterOverview({ db, kube: hubOver(api, panel.container) }, id),
    [Symbol.asyncDispose]: async () => {
      await panel[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}

describe("a cluster's overview", () => {
  it("says what is wrong with the reason that events give, and sums up the rest", async () => {
    await using lab = await setUp({ "/api/v1/nodes/worker1/proxy/stats/summary": summary(950) });
    const shown = await lab.show();
    if (!shown.ok) throw new Error(shown.problem.detail);
    const { troubles, counts, capacity, usageSource, warnings, versions } = shown.value;
    expect(troubles.map(({ code, why }) => [code, why])).toEqual([
      ["volume-full", expect.any(String)],
      ["claim-unbound", "ProvisioningFailed of c"],
    ]);
    expect(counts).toContainEqual({ list: "nodes", label: "Nodes", total: 1, troubled: 0 });
    expect(capacity.cpuMillis).toEqual({ allocatable: 4000, requested: 0, used: 500 });
    expect(usageSource).toBe("kubelet");
    expect(warnings.map(({ reason }) => reason)).toEqual(["ProvisioningFailed"]);
    expect(versions).toEqual([{ version: "v1.36.4+k3s1", nodes: ["worker1"] }]);
    expect(shown.value.stale).toBe(false);
  });

  it("prefers the figures of metrics-server, and does without any", async () => {
    const metrics = {
      items: [{ timestamp: "2026-11-23T10:00:00Z", usage: { cpu: "1", memory: "1Gi" } }],
    };
    await using lab = await setUp({ "/apis/metrics.k8s.io/v1beta1/nodes": metrics });
    expect(await lab.show()).toMatchObject({
      value: { usageSource: "metrics-server", capacity: { cpuMillis: { used: 1000 } } },
    });
    await using bare = await setUp({});
    expect(await bare.show()).toMatchObject({
      value: { usageSource: null, capacity: { cpuMillis: { used: null } } },
    });
  });
});
