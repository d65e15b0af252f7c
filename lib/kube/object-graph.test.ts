import { describe, expect, it } from "vitest";
import type { Kind, KubeRow } from "./kind";
import { KINDS } from "./kinds";
import { below, objectGraph } from "./object-graph";

const known = (kind: Kind, rows: readonly KubeRow[]) => ({ kind, rows, isComplete: true });
const pod = (name: string, over: object = {}, namespace = "shop") =>
  KINDS.pods.project({
    metadata: {
      ...{ name, namespace, uid: name },
      ownerReferences: [{ kind: "ReplicaSet", name: "web-1", controller: true }],
    },
    spec: { nodeName: "n1", ...over },
    status: { phase: "Running" },
  });
const PODS = [pod("a"), pod("b"), pod("c", {}, "other")];
const REPLICAS = KINDS.replicasets.project({
  metadata: { name: "web-1", namespace: "shop", uid: "r" },
});
const LISTS = [known(KINDS.pods, PODS), known(KINDS.replicasets, [REPLICAS])];
const ids = (subject: { kind: string; namespace: string; name: string }) =>
  objectGraph(subject, LISTS)
    .nodes.map(({ id }) => id)
    .sort();

describe("an object's graph", () => {
  it("has what stands above and below, and no sisters", () => {
    expect(ids({ kind: "Pod", namespace: "shop", name: "a" })).toEqual([
      "Node//n1",
      "Pod/shop/a",
      "ReplicaSet/shop/web-1",
    ]);
  });

  it("stays within the namespace: the same name elsewhere is another object", () => {
    const subject = { kind: "ReplicaSet", namespace: "shop", name: "web-1" };
    expect(ids(subject)).toEqual(["Node//n1", "Pod/shop/a", "Pod/shop/b", "ReplicaSet/shop/web-1"]);
  });

  it("has all pods of a node, of every namespace", () => {
    expect(ids({ kind: "Node", namespace: "", name: "n1" })).toEqual(
      expect.arrayContaining(["Pod/shop/a", "Pod/shop/b", "Pod/other/c"]),
    );
  });

  it("starts with the object, then shows what is in trouble, and says how much it left out", () => {
    const waiting = { state: { waiting: { reason: "CrashLoopBackOff" } } };
    const sick = KINDS.pods.project({
      metadata: { name: "zz", namespace: "shop", uid: "zz" },
      spec: { nodeName: "n1", containers: [{ name: "c" }] },
      status: { phase: "Running", containerStatuses: [{ name: "c", ...waiting }] },
    });
    const many = Array.from({ length: 100 }, (_, at) => pod(`pod-${at}`));
    const subject = { kind: "Node", namespace: "", name: "n1" };
    const graph = objectGraph(subject, [known(KINDS.pods, [...many, sick])]);
    expect(graph.nodes.slice(0, 2).map(({ name }) => name)).toEqual(["n1", "zz"]);
    expect(graph.nodes).toHaveLength(60);
    expect(graph.more).toBe(43); // 101 pods, their node and their replica set, less 60
    const shown = new Set(graph.nodes.map(({ id }) => id));
    expect(graph.edges.every(({ from, to }) => shown.has(from) && shown.has(to))).toBe(true);
  });

  it("knows the object and what is below it, less the nodes that others use, too", () => {
    const subject = { kind: "ReplicaSet", namespace: "shop", name: "web-1" };
    expect([...below(subject, objectGraph(subject, LISTS))].sort()).toEqual([
      "Pod/shop/a",
      "Pod/shop/b",
      "ReplicaSet/shop/web-1",
    ]);
  });

  it("does not run in circles", () => {
    const row = (name: string, owner: string) =>
      KINDS.replicasets.project({
        metadata: {
          name,
          namespace: "shop",
          uid: name,
          ownerReferences: [{ kind: "ReplicaSet", name: owner }],
        },
      });
    const lists = [known(KINDS.replicasets, [row("a", "b"), row("b", "a")])];
    const graph = objectGraph({ kind: "ReplicaSet", namespace: "shop", name: "a" }, lists);
    expect(graph.nodes).toHaveLength(2);
  });
});
