import { describe, expect, it } from "vitest";
import { ok } from "@/lib/core/result";
import { KINDS } from "@/lib/kube/kinds";
import type { OverviewAnswer } from "@/lib/schemas/overview";
import { GET } from "@/app/api/v1/overview/route";
import type { Container } from "@/server/container";
import type { KubeHub } from "@/server/kube/kube-hub";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { createJob } from "@/server/testing/create-job";
import { testContainer } from "@/server/testing/test-container";
import { overview } from "./overview";

const SPEC = {
  ...{ name: "lab", topology: "ha-external-database", k3sVersion: "v1.34.4+k3s1" },
  ...{ source: { kind: "release" }, apiAddress: "192.168.1.210" },
  ...{ members: [{ hostId: "m1", role: "server" }], database: {} },
};

const node = (name: string, ready: "True" | "False") =>
  KINDS.nodes.project({
    metadata: { name, uid: name },
    status: { conditions: [{ type: "Ready", status: ready }] },
  });

/** A hub that knows two nodes, and remembers what it was asked. */
function hubOf(asked: string[]): KubeHub {
  const rows = new Map([node("m1", "True"), node("w1", "False")].map((row) => [row.uid, row]));
  const known = {
    lookAlone: async (_: string, kind: string) => {
      asked.push(kind);
      return { rows, asOfMs: Date.UTC(2026, 10, 23), problem: null, missing: false };
    },
    credentials: async () => ok({ server: "https://127.0.0.1:1", caPem: "", identity: {} }),
  };
  return known as unknown as KubeHub;
}

const clusterIn = async ({ db }: Container, name: string, state: string) =>
  (await db.cluster.create({ data: { name, state, spec: JSON.stringify({ ...SPEC, name }) } })).id;

describe("the overview", () => {
  it("is empty in a panel that looks after nothing", async () => {
    await using panel = await testContainer();
    const { cookie } = await signedIn(panel.container, "viewer");
    const answer = await callRoute(GET, { cookie });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ...{ troubles: [], clusters: [], hosts: [], running: [], recent: [] },
    } satisfies OverviewAnswer);
  });

  it("looks at nodes alone, and only of clusters that are built", async () => {
    await using panel = await testContainer();
    await clusterIn(panel.container, "lab", "ready");
    await clusterIn(panel.container, "plan", "draft");
    const asked: string[] = [];
    const seen = await overview({ ...panel.container, kube: hubOf(asked) });
    expect(asked).toEqual(["nodes"]);
    expect(seen.clusters.map(({ name, nodes }) => [name, nodes])).toEqual([
      ["lab", { ready: 1, total: 2, cordoned: 0 }],
      ["plan", null],
    ]);
    expect(seen.troubles).toMatchObject([{ kind: "nodes-not-ready", nodes: ["w1"] }]);
  });

  it("says why the newest job of a cluster failed, and forgets older ones", async () => {
    await using panel = await testContainer();
    const { db } = panel.container;
    const clusterId = await clusterIn(panel.container, "lab", "creating");
    const id = await createJob(panel.container, { number: 2, state: "failed" });
    const view = {
      ...{ lastSeq: 9, attempt: 1, outcome: "failed", cancelling: false, logLines: 0 },
      nodes: { "lb/x": { state: "failed", problem: { detail: "lb has no space left." } } },
    };
    await db.job.update({ where: { id }, data: { clusterId, view: JSON.stringify(view) } });
    const first = await overview({ ...panel.container, kube: hubOf([]) });
    expect(first.troubles).toMatchObject([
      { kind: "job-stopped", outcome: "failed", detail: "lb has no space left." },
    ]);
    const later = await createJob(panel.container, { number: 3, state: "running" });
    await db.job.update({ where: { id: later }, data: { clusterId } });
    const second = await overview({ ...panel.container, kube: hubOf([]) });
    expect(second.troubles).toEqual([]);
    expect(second.running.map(({ number }) => number)).toEqual([3]);
    expect(second.recent.map(({ number }) => number)).toEqual([2]);
  });
});
