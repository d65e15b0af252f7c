import { describe, expect, it } from "vitest";
import { isSecret, reveal } from "@/lib/core/secret";
import { output } from "@/lib/provision/testing/output";
import { artifactState } from "./artifact-stamp";
import { clusterNodes } from "./cluster-nodes";
import { joinToken } from "./join-token";
import { k3sRemains } from "./k3s-remains";
import { links } from "./links";
import { apiSafe } from "./api-safe";
import { bootedAnew, bootId } from "./boot-id";
import { nodeBack, nodeBoot } from "./node-boot";
import { nodePods } from "./node-pods";
import { nodeReady } from "./node-ready";
import { nodeRecords } from "./node-records";
import { presence } from "./presence";

const nodes =
  "master1\tTrue\tkubelet is posting ready status\tv1.34.4+k3s1\t\tCriticalAddonsOnly=true:NoExecute \nworker1\tFalse\tcni plugin not initialized\tv1.34.4+k3s1\ttrue\t\n";

it("reads nodes with their taints, and why one is not Ready", () => {
  expect(clusterNodes.parse(output(nodes), {})).toEqual({
    ok: true,
    value: [
      {
        name: "master1",
        ready: "True",
        message: "",
        version: "v1.34.4+k3s1",
        cordoned: false,
        taints: ["CriticalAddonsOnly=true:NoExecute"],
      },
      {
        name: "worker1",
        ready: "False",
        message: "cni plugin not initialized",
        version: "v1.34.4+k3s1",
        cordoned: true,
        taints: [],
      },
    ],
  });
  expect(clusterNodes.parse(output("The connection to the server was refused", 1), {})).toEqual({
    ok: true,
    value: null,
  });
});

it("waits for a node and says what for", () => {
  const state = (node: string, text = nodes, code = 0) =>
    nodeReady.parse(output(text, code), { node });
  expect(state("master1")).toMatchObject({ value: { state: "done" } });
  expect(state("worker1")).toMatchObject({
    value: { state: "waiting", note: "worker1 is not Ready: cni plugin not initialized" },
  });
  expect(state("worker2")).toMatchObject({
    value: { state: "waiting", note: "worker2 has not registered yet" },
  });
  expect(state("master1", "", 1)).toMatchObject({ value: { state: "waiting" } });
});

describe("the pods of a node", () => {
  const boot = "11111111-1111-4111-8111-111111111111";
  const node = (spec: object) => ({
    kind: "Node",
    metadata: { name: "x" },
    spec,
    status: { nodeInfo: { bootID: boot } },
  });
  const pod = (name: string, more: object = {}) => ({
    metadata: { namespace: "default", name, labels: { app: name } },
    spec: { nodeName: "x" },
    status: { phase: "Running" },
    ...more,
  });
  const owned = (name: string, kind: string, phase = "Running") => ({
    metadata: {
      namespace: "default",
      name,
      labels: { app: name },
      ownerReferences: [{ kind, name: "o", uid: "u", controller: true }],
    },
    spec: { nodeName: "x" },
    status: { phase },
  });
  const said = (...parts: object[]) =>
    parts.map((part) => JSON.stringify(part, null, 4)).join("\n--gandalf--\n");
  const read = (stdout: string, code = 0) => nodePods.parse(output(stdout, code), { node: "x" });

  it("leave out daemon sets, static and ended pods", () => {
    const pods = [
      owned("web", "ReplicaSet"),
      owned("svclb", "DaemonSet"),
      owned("static", "Node"),
      owned("job", "Job", "Succeeded"),
      pod("bare"),
    ];
    expect(read(said(node({ unschedulable: true }), { items: pods }, { items: [] }))).toEqual({
      ok: true,
      value: {
        exists: true,
        cordoned: true,
        bootId: boot,
        evictable: ["default/web", "default/bare"],
        bare: ["default/bare"],
        emptyDir: [],
        pinned: [],
        budgets: [],
      },
    });
  });

  it("are told with the budgets over them and what stays behind", () => {
    const files = pod("cache", { spec: { nodeName: "x", volumes: [{ name: "v", emptyDir: {} }] } });
    const budget = {
      kind: "PodDisruptionBudget",
      metadata: { namespace: "default", name: "guard" },
      spec: { selector: { matchLabels: { app: "cache" } } },
      status: { disruptionsAllowed: 0 },
    };
    expect(read(said(node({}), { items: [files] }, { items: [budget] }))).toMatchObject({
      value: { emptyDir: ["default/cache"], budgets: [{ name: "default/guard", allowed: 0 }] },
    });
  });

  it("are none of a node that the cluster does not know, and unknown while the API is away", () => {
    expect(read("--gandalf--\n{}\n--gandalf--\n{}\n")).toMatchObject({ value: { exists: false } });
    expect(read("", 44)).toEqual({ ok: true, value: null });
    expect(read("{ no json")).toMatchObject({ ok: false });
  });
});

describe("a node after a reboot", () => {
  const from = "11111111-1111-4111-8111-111111111111";
  const later = "22222222-2222-4222-8222-222222222222";
  const back = (stdout: string, code = 0) =>
    nodeBack.parse(output(stdout, code), { node: "w", from });

  it("is not taken for back while the cluster still tells of the old boot", () => {
    expect(back(`node\tTrue\t${from}\ttrue\t${from}\n`)).toMatchObject({
      value: { state: "waiting" },
    });
    expect(back(`node\tUnknown\t${later}\ttrue\t${from}\n`)).toMatchObject({
      value: { state: "waiting" },
    });
    expect(back("", 1)).toMatchObject({ value: { state: "waiting" } });
    expect(back(`node\tTrue\t${later}\ttrue\t${from}\n`)).toMatchObject({
      value: { state: "done" },
    });
  });

  it("is read with whose cordon it is", () => {
    const read = (stdout: string) => nodeBoot.parse(output(stdout), { node: "w" });
    expect(read(`node\tTrue\t${later}\ttrue\t${from}\n`)).toMatchObject({
      value: { exists: true, cordoned: true, cordonedFor: from, bootId: later },
    });
    expect(read(`node\tTrue\t${later}\t\t\n`)).toMatchObject({
      value: { cordoned: false, cordonedFor: null },
    });
    expect(read("")).toMatchObject({ value: { exists: false } });
  });
});

it("calls the API safe only with another server that is Ready", () => {
  const safe = (stdout: string, others: string[], code = 0) =>
    apiSafe.parse(output(stdout, code), { apiAddress: "10.0.0.1", others });
  const nodes = "master1\tTrue\t\t\t\t\nmaster2\tUnknown\t\t\t\t\n";
  expect(safe(nodes, ["master1"])).toMatchObject({ value: { state: "done" } });
  expect(safe(nodes, ["master2"])).toMatchObject({
    value: { state: "waiting", note: "master2 is not Ready" },
  });
  expect(safe("away\n", [])).toMatchObject({ value: { state: "waiting" } });
  expect(safe(nodes, [])).toMatchObject({ value: { state: "done" } });
  expect(safe("", [], 44)).toMatchObject({ value: { state: "waiting" } });
});

it("tells one boot from another", () => {
  const from = "11111111-1111-4111-8111-111111111111";
  const later = "22222222-2222-4222-8222-222222222222";
  expect(bootId.parse(output(`${from}\n`), {})).toEqual({ ok: true, value: from });
  expect(bootId.parse(output("", 1), {}).ok).toBe(false);
  const anew = (stdout: string) => bootedAnew.parse(output(stdout), { from });
  expect(anew(`${from}\n`)).toMatchObject({ value: { state: "waiting" } });
  expect(anew("")).toMatchObject({ value: { state: "waiting" } });
  expect(anew(`${later}\n`)).toMatchObject({ value: { state: "done" } });
});

it("knows what the cluster remembers of a node", () => {
  expect(nodeRecords.parse(output("node\npassword\n"), { node: "x" })).toEqual({
    ok: true,
    value: { node: true, password: true },
  });
  expect(nodeRecords.parse(output(""), { node: "x" })).toEqual({
    ok: true,
    value: { node: false, password: false },
  });
  expect(nodeRecords.parse(output("", 1), { node: "x" })).toEqual({ ok: true, value: null });
});

it("keeps the join token a secret, also when it is not one", () => {
  const token = `K10${"a".repeat(64)}::node:pss-1`;
  const good = joinToken.parse(output(`${token}\n`), {});
  expect(good.ok && isSecret(good.value) ? reveal(good.value) : null).toBe(token);
  expect(joinToken.parse(output("", 44), {})).toEqual({ ok: true, value: null });
  const short = joinToken.parse(output("pss-short-form\n"), {});
  expect(short.ok).toBe(false);
  expect(JSON.stringify(short)).not.toContain("pss-short-form");
});

it("trusts a note about a pushed file only while the file is the same", () => {
  const args = { path: "/usr/local/bin/k3s", stamp: "/s", sizeBytes: 7 };
  const sha256 = "d".repeat(64);
  expect(artifactState.parse(output(`${sha256} noted 755\n`), args)).toEqual({
    ok: true,
    value: { sha256, noted: true, mode: 0o755 },
  });
  expect(artifactState.parse(output(`${sha256} read 755\n`), args)).toMatchObject({
    value: { noted: false },
  });
  expect(artifactState.parse(output("- other 644\n"), args)).toEqual({
    ok: true,
    value: { sha256: "-", noted: false, mode: 0o644 },
  });
  expect(artifactState.parse(output("", 44), args)).toEqual({ ok: true, value: null });
  expect(artifactState.parse(output("", 1, "stat: permission denied"), args).ok).toBe(false);
});

it("tells links from other things and from nothing", () => {
  const paths = ["/a", "/b", "/c", "/d"];
  expect(links.parse(output(">/usr/local/bin/k3s\nother\n\n>\n"), { paths })).toEqual({
    ok: true,
    value: {
      "/a": { target: "/usr/local/bin/k3s" },
      "/b": "other",
      "/c": null,
      "/d": { target: "" },
    },
  });
});

it("lists what is there", () => {
  expect(presence.parse(output("1\n0\n1\n"), { paths: ["/a", "/b", "/c"] })).toEqual({
    ok: true,
    value: ["/a", "/c"],
  });
  expect(k3sRemains.parse(output("/usr/local/bin/k3s\n/var/lib/rancher/\n"), {})).toEqual({
    ok: true,
    value: ["/usr/local/bin/k3s", "/var/lib/rancher/"],
  });
  expect(k3sRemains.parse(output(""), {})).toEqual({ ok: true, value: [] });
});
