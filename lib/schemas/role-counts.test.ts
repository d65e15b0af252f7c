import { expect, it } from "vitest";
import type { ClusterTopology } from "./cluster-spec";
import type { Role } from "./role";
import { roleCountProblem } from "./role-counts";

const HA: readonly Role[] = ["load-balancer", "datastore", "server", "server", "agent"];
const without = (role: Role) => HA.filter((one) => one !== role);

it.each([
  ["ha-external-database", HA],
  ["ha-external-database", without("agent")],
  ["single-server", ["server"]],
  ["single-server", ["server", "agent", "agent"]],
] satisfies [ClusterTopology, readonly Role[]][])("%s takes %j", (topology, roles) => {
  expect(roleCountProblem(topology, roles)).toBeNull();
});

it.each(["load-balancer", "datastore", "server"] as const)(
  "a highly available cluster without a %s is refused",
  (role) => {
    expect(roleCountProblem("ha-external-database", without(role))).toEqual({
      detail: `No host has the role ${role}.`,
      remedy: "Give it to one host.",
    });
  },
);

it("a second database, or a load balancer of a single server, is refused with what to do", () => {
  expect(roleCountProblem("ha-external-database", [...HA, "datastore"])?.detail).toBe(
    "2 hosts have the role datastore; this topology takes at most 1.",
  );
  expect(roleCountProblem("single-server", ["server", "load-balancer"])).toEqual({
    detail: "1 host has the role load-balancer; this topology takes none.",
    remedy: "Choose the topology with an external database for more.",
  });
});
