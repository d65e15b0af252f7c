import { describe, expect, it } from "vitest";
import { testFacts, testRow } from "@/components/host/host-rows.fixture";
import type { HostRow } from "@/lib/schemas/host";
import { EMPTY_DRAFT, reduceDraft, type Draft, type DraftAction } from "./draft";
import { resolveDraft } from "./resolve-draft";
import type { Offers } from "./resolve-settings";
import { furthestStep, obstacleOf, problemFields } from "./steps";
import { wizardHosts } from "./wizard-host";

const MIB = 1024 ** 2;
const UPSTREAM: Offers = {
  versions: {
    versions: ["v1.35.2+k3s1", "v1.34.4+k3s1"],
    channels: [{ name: "stable", latest: "v1.34.4+k3s1" }],
  },
  offline: false,
  bundles: [],
};
const BUNDLE = {
  id: "b1",
  name: "Practice",
  version: "v1.33.1+k3s1",
  arch: ["amd64"] as const,
  files: [],
  origin: "uploaded" as const,
  usedBy: [],
};

const host = (name: string, memoryMib: number, more: Partial<HostRow> = {}) =>
  testRow(name, {
    ...more,
    facts: testFacts(name, { memoryBytes: memoryMib * MIB }),
    findings: [],
  });
const REFERENCE = [
  host("lb", 1024),
  host("db", 2048),
  host("master1", 4096),
  host("master2", 4096),
  host("worker1", 4096),
  host("worker2", 905),
];
const look = (draft: Draft, rows = REFERENCE, offers = UPSTREAM) =>
  resolveDraft(draft, wizardHosts(rows, draft.clusterId), offers);
const after = (...actions: DraftAction[]) => actions.reduce(reduceDraft, EMPTY_DRAFT);
const settings = (patch: Partial<Draft["settings"]>): Draft => after({ type: "settings", patch });

describe("a draft nobody has touched", () => {
  it("takes all free hosts, gives them the roles of their names, and can be stored at once", () => {
    const now = look(EMPTY_DRAFT);
    expect(now.spec).toMatchObject({
      name: "gandalf",
      apiAddress: "lb.lan",
      k3sVersion: "v1.34.4+k3s1",
      source: { kind: "release" },
      serverTaint: true,
      clusterDns: "10.43.0.10",
    });
    expect(now.spec?.members.map(({ hostId, role }) => `${hostId}:${role}`)).toEqual([
      "lb:load-balancer",
      "db:datastore",
      "master1:server",
      "master2:server",
      "worker1:agent",
      "worker2:agent",
    ]);
    expect(furthestStep(now)).toBe("preflight");
  });

  it("leaves out hosts of other clusters and hosts that do not answer", () => {
    const rows = [
      ...REFERENCE,
      host("busy", 4096, { clusterId: "c1", clusterName: "school" }),
      host("dead", 4096, { state: "unreachable" }),
    ];
    expect(look(EMPTY_DRAFT, rows).hosts).toHaveLength(6);
  });

  it("says how many hosts the shape needs", () => {
    const now = look(EMPTY_DRAFT, REFERENCE.slice(0, 2));
    expect(obstacleOf("hosts", now)).toEqual({ kind: "too-few-hosts", least: 3, chosen: 2 });
    expect(furthestStep(now)).toBe("hosts");
  });
});

describe("roles", () => {
  const start = look(EMPTY_DRAFT);
  const promote: DraftAction = { type: "move", hostId: "worker2", role: "server", from: start };

  it("a move keeps every other role, and what is wrong with it stops the way on", () => {
    const now = look(after(promote));
    expect(now.roles).toMatchObject({ worker2: "server", master1: "server", worker1: "agent" });
    expect(obstacleOf("roles", now)).toEqual({ kind: "advice", count: 1, overridable: true });
  });

  it("the advisor's fix is one click", () => {
    const draft = after(promote);
    const found = look(draft).open[0];
    if (!found?.fix) throw new Error("no fix offered");
    const now = look(reduceDraft(draft, { type: "fix", fix: found.fix, from: look(draft) }));
    expect(now.roles.worker2).toBe("agent");
    expect(now.open).toEqual([]);
  });

  it("a finding kept on purpose lets one go on until it is undone", () => {
    const draft = after(promote);
    const id = look(draft).open[0]?.id ?? "";
    const kept = reduceDraft(draft, { type: "keep", id, kept: true });
    expect(obstacleOf("roles", look(kept))).toBeNull();
    const undone = reduceDraft(kept, { type: "keep", id, kept: false });
    expect(obstacleOf("roles", look(undone))).not.toBeNull();
  });

  it("a missing database cannot be kept", () => {
    const draft = after({ type: "move", hostId: "db", role: null, from: start });
    const id = look(draft).open[0]?.id ?? "";
    expect(look(reduceDraft(draft, { type: "keep", id, kept: true })).open).toHaveLength(1);
  });

  it("looking at another shape and coming back loses nothing", () => {
    const single = reduceDraft(after(promote), { type: "topology", topology: "single-server" });
    expect(Object.values(look(single).roles).filter((role) => role === "server")).toHaveLength(1);
    const back = reduceDraft(single, { type: "topology", topology: "ha-external-database" });
    expect(look(back).roles.worker2).toBe("server");
  });

  it("one server alone runs pods itself", () => {
    const now = look(after({ type: "topology", topology: "single-server" }), [host("pi", 4096)]);
    expect(now.serverTaint).toBe(false);
    expect(now.spec?.apiAddress).toBe("pi.lan");
  });
});

describe("settings", () => {
  it("a network of the hosts inside the pod network is refused, with one to use instead", () => {
    const now = look(settings({ clusterCidr: "192.168.0.0/16" }));
    expect(problemFields(now)).toEqual(["clusterCidr"]);
    expect(now.conflicts[0]).toMatchObject({ free: "10.42.0.0/16" });
  });

  it("DNS follows the service network", () => {
    expect(look(settings({ serviceCidr: "172.21.0.0/16" })).spec?.clusterDns).toBe("172.21.0.10");
  });

  it("extra names may be pasted in any form; a wrong one is named at its field", () => {
    expect(look(settings({ extraTlsSans: "a.org, b.org\n10.0.0.1" })).spec?.extraTlsSans).toEqual([
      "a.org",
      "b.org",
      "10.0.0.1",
    ]);
    expect(problemFields(look(settings({ extraTlsSans: "not_a_name" })))).toEqual(["extraTlsSans"]);
  });

  it("without a way to the internet the bundle and its version are the default", () => {
    const now = look(EMPTY_DRAFT, REFERENCE, { versions: null, offline: true, bundles: [BUNDLE] });
    expect(now.spec).toMatchObject({
      source: { kind: "bundle", bundleId: "b1" },
      k3sVersion: "v1.33.1+k3s1",
    });
  });

  it("a bundle without a build for a chosen node is refused; the load balancer needs none", () => {
    const pi = { kernel: "aarch64", userland: "arm64", k3s: "arm64" } as const;
    const rows = REFERENCE.map((row) =>
      row.name === "lb" || row.name === "worker2"
        ? { ...row, facts: testFacts(row.name, { arch: pi }) }
        : row,
    );
    const offers = { versions: null, offline: true, bundles: [BUNDLE] };
    expect(look(EMPTY_DRAFT, rows, offers).missingArch).toEqual(["arm64"]);
    const without = after({
      type: "hosts",
      hostIds: ["lb", "db", "master1", "master2", "worker1"],
    });
    expect(look(without, rows, offers).missingArch).toEqual([]);
  });
});
