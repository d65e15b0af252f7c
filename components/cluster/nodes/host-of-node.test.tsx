import { describe, expect, it } from "vitest";
import { hostOfNode } from "./host-of-node";

const member = (hostName: string, address: string) => ({
  hostId: `id-${hostName}`,
  hostName,
  address,
  role: "agent" as const,
  position: 0,
});
const members = [member("worker1", "10.0.0.1"), member("worker2", "10.0.0.2")];

describe("hostOfNode", () => {
  it("finds the host by name before it goes by address", () => {
    expect(hostOfNode({ members }, { name: "worker2", address: "10.0.0.1" })?.hostId).toBe(
      "id-worker2",
    );
  });

  it("finds a renamed host by its address", () => {
    expect(hostOfNode({ members }, { name: "old-name", address: "10.0.0.2" })?.hostId).toBe(
      "id-worker2",
    );
  });

  it("knows when a node is not one of the panel's hosts", () => {
    expect(hostOfNode({ members }, { name: "stranger", address: "10.0.0.9" })).toBeNull();
  });
});
