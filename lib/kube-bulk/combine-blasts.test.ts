import { describe, expect, it } from "vitest";
import type { BlastWorld } from "@/lib/kube-write/blast-radius";
import { drainPreview, type DrainWorld } from "@/lib/kube-write/drain-preview";
import { combineBlasts, ofScalingToZero, type BlastSeen } from "./combine-blasts";

const meta = (name: string, more: object = {}) => ({
  ...{ name, namespace: "club", uid: `uid-${name}` },
  ...more,
});
const pod = (name: string, owner: string, more: object = {}) => ({
  metadata: meta(name, {
    labels: { app: "web" },
    ownerReferences: [{ kind: "ReplicaSet", name: owner, uid: `uid-${owner}`, controller: true }],
  }),
  spec: {
    nodeName: "n1",
    volumes: [{ name: "data", persistentVolumeClaim: { claimName: "shared" } }],
    ...more,
  },
  status: { phase: "Running" },
});
const set = (name: string, owner: string) => ({
  metadata: meta(name, {
    ownerReferences: [{ kind: "Deployment", name: owner, uid: `uid-${owner}` }],
  }),
});
const world: Omit<BlastWorld, "object"> = {
  pods: [pod("a-1-x", "a-1"), pod("b-1-x", "b-1")],
  between: [set("a-1", "a"), set("b-1", "b")],
  services: [{ metadata: meta("web"), spec: { selector: { app: "web" } } }],
  ingresses: [
    {
      metadata: meta("web"),
      spec: {
        rules: [
          {
            host: "club.example.org",
            http: { paths: [{ backend: { service: { name: "web" } } }] },
          },
        ],
      },
    },
  ],
  claims: [],
  volumes: [],
  autoscalers: [],
  contents: {},
  complete: true,
};
const seen = (name: string, kind = "Deployment", of = world): BlastSeen => ({
  ref: { apiVersion: "apps/v1", kind, namespace: "club", name },
  object: { metadata: meta(name) },
  world: of,
});
const said = (parts: readonly BlastSeen[]) =>
  combineBlasts(parts).items.map(({ code, verdict, count }) => `${code} ${verdict} ${count}`);

describe("what many deletions take with them", () => {
  it("breaks a site whose copies are spread over all of them, which none breaks alone", () => {
    expect(said([seen("a")])).not.toContain("hosts breaks 1");
    const both = combineBlasts([seen("a"), seen("b")]);
    expect(said([seen("a"), seen("b")])).toEqual([
      "services breaks 1",
      "hosts breaks 1",
      "pods goes 2",
      "claims stays 1",
    ]);
    expect(both.typed).toBe(true);
  });

  it("names objects of several namespaces with their namespace, and says what could not be read", () => {
    const other = seen("b", "Deployment", { ...world, complete: false });
    const { items, complete } = combineBlasts([
      seen("a"),
      { ...other, ref: { ...other.ref, namespace: "shop" } },
    ]);
    expect(items.find(({ code }) => code === "pods")?.names).toEqual(["club/a-1-x", "shop/b-1-x"]);
    expect(complete).toBe(false);
  });

  it("is typed for namespaces whatever is in them, and is no more than pods and sites for zero copies", () => {
    expect(combineBlasts([seen("club", "Namespace")]).typed).toBe(true);
    const zero = ofScalingToZero(combineBlasts([seen("a"), seen("b")]));
    expect(zero.items.map(({ code }) => code)).toEqual(["services", "hosts", "pods"]);
  });
});

it("drains of several nodes count no copy on the other ones as kept", () => {
  const node = (name: string) => ({
    metadata: { name, uid: name },
    status: { conditions: [{ type: "Ready", status: "True" }] },
  });
  const here = pod("a", "a-1", { volumes: [] });
  const there = { ...pod("b", "b-1", { nodeName: "n2", volumes: [] }) };
  const of: DrainWorld = {
    ...{ node: node("n1"), nodes: [node("n1"), node("n2"), node("n3")], budgets: [], volumes: [] },
    ...{
      pods: [here, there],
      services: world.services,
      ingresses: world.ingresses,
      complete: true,
    },
  };
  expect(drainPreview(of).sites).toMatchObject([{ host: "club.example.org", elsewhere: 1 }]);
  const both = drainPreview({ ...of, alongWith: ["n2"] });
  expect(both).toMatchObject({ node: "n1, n2", otherNodes: 1 });
  expect(both.pods).toHaveLength(2);
  expect(both.sites).toMatchObject([{ host: "club.example.org", elsewhere: 0 }]);
});
