import { describe, expect, it } from "vitest";
import { KINDS } from "@/lib/kube/kinds";
import type { Severity } from "@/lib/schemas/finding";
import type { HostRow, HostState } from "@/lib/schemas/host";
import type { JobRow, JobState } from "@/lib/schemas/job";
import { byTroubleOfCluster } from "./cluster-order";
import type { WatchedCluster } from "./cluster-troubles";
import { hostGlances } from "./host-glance";
import { needsSomebody, troublesOf } from "./troubles";

const nowMs = Date.parse("2026-11-23T10:00:00Z");
const inDays = (days: number) => new Date(nowMs + days * 86_400_000).toISOString();
const AWAY = { code: "cluster.unreachable", detail: "lab does not answer.", remedies: [] } as const;

const host = (
  name: string,
  state: HostState = "reachable",
  findings: Severity[] = [],
): HostRow => ({
  ...{ id: name, name, address: "192.168.1.2", port: 22, user: "pi", sudo: "none" },
  ...{ hostKey: "SHA256:x", hostKeyType: "ssh-ed25519", hostKeyAt: null, facts: null },
  ...{ factsAt: null, clusterId: null, clusterName: null, role: null, state },
  problem:
    state === "reachable"
      ? null
      : { code: "ssh.unreachable", detail: `${name} does not answer.`, remedies: [] },
  findings: findings.map((severity) => ({
    ...{ id: "x", hostId: name, severity, title: `A ${severity}`, reason: "", remedy: "Mend it." },
  })),
});

const node = (name: string, ready: "True" | "False" | "Unknown" = "True", pressure = false) =>
  KINDS.nodes.project({
    metadata: { name, uid: name },
    status: {
      conditions: [
        { type: "Ready", status: ready, message: "PLEG is not healthy" },
        { type: "DiskPressure", status: pressure ? "True" : "False" },
      ],
    },
  });

const job = (state: JobState): JobRow => ({
  ...{ id: "j1", number: 17, title: "Create cluster lab", state, operation: { kind: "create" } },
  ...{ clusterId: "c1", clusterName: "lab", attempt: 1, startedBy: "Ada" },
  ...{ createdAt: inDays(-1), startedAt: inDays(-1), endedAt: inDays(-0.9) },
  counts: {
    ...{ waiting: 0, checking: 0, "in-sync": 0, changing: 0, changed: 0, failed: 0 },
    ...{ blocked: 0, skipped: 0, total: 0 },
  },
});

const cluster = (more: Partial<WatchedCluster> = {}): WatchedCluster => ({
  glance: {
    ...{ id: "c1", name: "lab", state: "ready", origin: "built", version: "v1.34.4+k3s1" },
    apiAddress: "10.0.0.1",
    ...{ servers: 1, agents: 1, runningJobId: null, nodes: null, asOf: null, problem: null },
  },
  ...{ nodes: [], certificates: [], lastJob: null, lastJobDetail: null },
  ...more,
});

const found = (clusters: WatchedCluster[], hosts: HostRow[] = []) =>
  troublesOf({ clusters, hosts, sites: [], nowMs });
const kinds = (...args: Parameters<typeof found>) => found(...args).map(({ kind }) => kind);

describe("what is wrong", () => {
  it("is nothing when hosts answer, nodes are Ready and the last job went well", () => {
    const well = cluster({ nodes: [node("a"), node("b")], lastJob: job("succeeded") });
    expect(kinds([well], [host("a"), host("b", "unknown")])).toEqual([]);
  });

  it("comes worst first, whatever it is about", () => {
    const ill = cluster({
      nodes: [node("a", "False"), node("b", "True", true)],
      certificates: [{ host: "m1", endsAt: inDays(6) }],
      lastJob: job("failed"),
    });
    const away = cluster({ glance: { ...cluster().glance, id: "c2", problem: AWAY } });
    const hosts = [
      host("e", "reachable", ["warning"]),
      host("d", "reachable", ["blocker"]),
      host("c", "unreachable"),
      host("b", "key-changed"),
    ];
    expect(kinds([ill, away], hosts)).toEqual([
      "host-key-changed",
      "api-away",
      "nodes-not-ready",
      "host-unreachable",
      "job-stopped",
      "host-blocked",
      "nodes-strained",
      "certificate-ends",
      "host-warned",
    ]);
  });

  it("calls for nobody while hosts only have warnings", () => {
    const troubles = found([], [host("a", "reachable", ["warning", "warning"]), host("b")]);
    expect(troubles).toEqual([
      { kind: "host-warned", hosts: [{ id: "a", name: "a" }], warnings: 2 },
    ]);
    expect(troubles.filter(needsSomebody)).toEqual([]);
  });
});

describe("a cluster", () => {
  it("names the nodes that are not Ready and says what Kubernetes says", () => {
    const [trouble] = found([cluster({ nodes: [node("a"), node("w1", "Unknown"), node("w2")] })]);
    expect(trouble).toMatchObject({ kind: "nodes-not-ready", nodes: ["w1"], total: 3 });
    expect(trouble).toHaveProperty("detail", expect.stringMatching(/kubelet/i));
  });

  it("says nothing of nodes while its API is away: that was before", () => {
    const away = cluster({
      glance: { ...cluster().glance, problem: AWAY, asOf: inDays(-1) },
      nodes: [node("w1", "False")],
    });
    expect(found([away])).toEqual([
      {
        ...{ kind: "api-away", cluster: { id: "c1", name: "lab" }, detail: AWAY.detail },
        since: inDays(-1),
      },
    ]);
  });

  it("tells of the certificate that ends first, from 30 days on, and when it has ended", () => {
    const ends = (...days: number[]) =>
      kinds([cluster({ certificates: days.map((d) => ({ host: `m${d}`, endsAt: inDays(d) })) })]);
    expect(ends(31, 200)).toEqual([]);
    expect(ends(200, 29.9, 12)).toEqual(["certificate-ends"]);
    expect(ends(200, -1)).toEqual(["certificate-ended"]);
  });

  it.each(["failed", "interrupted", "cancelled"] as const)(
    "offers its newest job when that one was %s",
    (state) => {
      const [trouble] = found([cluster({ lastJob: job(state), lastJobDetail: "lb is full." })]);
      expect(trouble).toMatchObject({
        kind: "job-stopped",
        outcome: state,
        job: { id: "j1", number: 17 },
        detail: "lb is full.",
      });
    },
  );

  it("has no stopped job while one runs", () => {
    expect(kinds([cluster({ lastJob: job("running") })])).toEqual([]);
  });
});

describe("the order of clusters", () => {
  it("is: away, not Ready, on its way, well, draft", () => {
    const glance = (name: string, more: Partial<WatchedCluster["glance"]>) => ({
      ...cluster().glance,
      ...{ id: name, name, ...more },
    });
    const nodes = (ready: number) => ({ ready, total: 2, cordoned: 0 });
    const rows = [
      glance("a", { state: "draft" }),
      glance("b", { nodes: nodes(2) }),
      glance("c", { state: "creating" }),
      glance("d", { nodes: nodes(1) }),
      glance("e", { nodes: nodes(2), problem: AWAY }),
    ];
    expect(
      rows
        .toSorted(byTroubleOfCluster)
        .map(({ name }) => name)
        .join(""),
    ).toBe("edcba");
  });
});

describe("hosts", () => {
  it("have a line each while they are few, and one for all when they are many", () => {
    const silent = (count: number) =>
      Array.from({ length: count }, (_, at) => host(`h${at}`, "unreachable"));
    expect(found([], silent(3))).toHaveLength(3);
    const many = found([], silent(12));
    expect(many).toHaveLength(1);
    expect(many[0]).toMatchObject({ kind: "host-unreachable", detail: "h0 does not answer." });
    expect(many[0]).toHaveProperty("hosts.length", 12);
  });

  it("that do not answer are not judged by what was found before", () => {
    expect(kinds([], [host("a", "unreachable", ["blocker", "warning"])])).toEqual([
      "host-unreachable",
    ]);
  });

  it("are told by their worst finding and its remedy", () => {
    expect(found([], [host("a", "reachable", ["warning", "blocker"])])).toEqual([
      {
        ...{ kind: "host-blocked", hosts: [{ id: "a", name: "a" }] },
        ...{ title: "A blocker", detail: "Mend it." },
      },
    ]);
  });

  it("stand at a glance with trouble first", () => {
    const rows = [host("a"), host("b", "reachable", ["warning"]), host("c", "unreachable")];
    expect(hostGlances(rows).map(({ name, warnings }) => [name, warnings])).toEqual([
      ["c", 0],
      ["b", 1],
      ["a", 0],
    ]);
  });
});
