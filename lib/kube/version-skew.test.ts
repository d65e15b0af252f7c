import { describe, expect, it } from "vitest";
import { nodeKind } from "./kinds/node";
import { minorOf, versionSkew } from "./version-skew";

const node = (name: string, kubeletVersion: string) =>
  nodeKind.project({
    metadata: { name, uid: name },
    status: { nodeInfo: { kubeletVersion } },
  });

describe("versionSkew", () => {
  it("groups nodes by what they run", () => {
    const skew = versionSkew("v1.34.4+k3s1", [
      node("worker2", "v1.34.4+k3s1"),
      node("worker1", "v1.34.4+k3s1"),
      node("old", "v1.33.1+k3s1"),
    ]);
    expect(skew.nodes).toEqual([
      { version: "v1.34.4+k3s1", nodes: ["worker1", "worker2"] },
      { version: "v1.33.1+k3s1", nodes: ["old"] },
    ]);
    expect(skew.unsupported).toEqual([]);
  });

  it("allows three minors behind, not four, and none ahead", () => {
    const nodes = ["v1.31.0+k3s1", "v1.30.9+k3s1", "v1.35.0+k3s1"].map((v) => node(v, v));
    expect(versionSkew("v1.34.4+k3s1", nodes).unsupported).toEqual([
      "v1.30.9+k3s1",
      "v1.35.0+k3s1",
    ]);
  });

  it("judges nothing it cannot read", () => {
    expect(versionSkew(null, [node("a", "v1.20.0")]).unsupported).toEqual([]);
    expect(versionSkew("v1.34.4", [node("a", "unknown")]).unsupported).toEqual([]);
    expect(minorOf("v2.0.0")).toBeNull();
  });
});
