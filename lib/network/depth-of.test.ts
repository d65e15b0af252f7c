import { describe, expect, it } from "vitest";
import { depthOf } from "./depth-of";
import { dmzView } from "./testing/dmz-view";

const depths = (panel: readonly string[]) => {
  const view = { ...dmzView(), panel };
  return ["fw1", "fw2", "lb"].map((id) => depthOf(view, id));
};

describe("the depth of a host, seen from the panel", () => {
  it("counts the firewalls on the way", () => {
    expect(depths(["192.168.1.10"])).toEqual([1, 0, Infinity]);
    expect(depths(["198.51.100.7"])).toEqual([0, 1, Infinity]);
  });

  it("is none where the panel stands beside both", () => {
    expect(depths(["192.168.3.9"])).toEqual([0, 0, Infinity]);
  });

  it("is the nearest of several ways", () => {
    expect(depths(["192.168.1.10", "198.51.100.7"])).toEqual([0, 0, Infinity]);
  });
});
