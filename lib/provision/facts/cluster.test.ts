import { expect, it } from "vitest";
import { isSecret, reveal } from "@/lib/core/secret";
import { output } from "@/lib/provision/testing/output";
import { artifactState } from "./artifact-stamp";
import { clusterNodes } from "./cluster-nodes";
import { joinToken } from "./join-token";
import { k3sRemains } from "./k3s-remains";
import { links } from "./links";
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

it("moves neither daemon sets nor static nor ended pods", () => {
  const stdout =
    "node true\npod\tdefault/web\tRunning\tReplicaSet\npod\tkube-system/svclb\tRunning\tDaemonSet\npod\tkube-system/static\tRunning\tNode\npod\tdefault/job\tSucceeded\tJob\npod\tdefault/bare\tPending\t\n";
  expect(nodePods.parse(output(stdout), { node: "x" })).toEqual({
    ok: true,
    value: { exists: true, cordoned: true, evictable: ["default/web", "default/bare"] },
  });
  expect(nodePods.parse(output(""), { node: "x" })).toMatchObject({
    value: { exists: false, evictable: [] },
  });
  expect(nodePods.parse(output("node \n"), { node: "x" })).toMatchObject({
    value: { exists: true, cordoned: false },
  });
  expect(nodePods.parse(output("", 44), { node: "x" })).toEqual({ ok: true, value: null });
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
