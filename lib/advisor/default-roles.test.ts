import { expect, it } from "vitest";
import { defaultRoles, roleFromName } from "./default-roles";
import { referenceHosts, referenceRoles, testHost } from "./reference-hosts.fixture";

it("names decide: the reference hosts get the reference roles", () => {
  expect(defaultRoles("ha-external-database", referenceHosts())).toEqual(referenceRoles);
});

it("when names say nothing, the smallest balances, a real disk keeps the state, the rest by memory", () => {
  const hosts = [
    testHost("ada", 16),
    testHost("bob", 4, { disk: "sd" }),
    testHost("cy", 4, { disk: "sd" }),
    testHost("dan", 1, { disk: "sd" }),
    testHost("eve", 4, { disk: "sd" }),
  ];
  expect(defaultRoles("ha-external-database", hosts)).toEqual({
    dan: "load-balancer",
    ada: "datastore",
    bob: "server",
    cy: "server",
    eve: "agent",
  });
});

it("a single server is the one with that name, else the largest", () => {
  const named = [testHost("worker1", 8), testHost("master1", 4)];
  expect(defaultRoles("single-server", named)).toEqual({ master1: "server", worker1: "agent" });
  const nameless = [testHost("ada", 2), testHost("bob", 8)];
  expect(defaultRoles("single-server", nameless)).toEqual({ bob: "server", ada: "agent" });
});

it("a host named for a role is not turned into another while others are free", () => {
  const hosts = [
    testHost("master1", 4),
    testHost("worker1", 8),
    testHost("x", 2),
    testHost("y", 1),
  ];
  expect(defaultRoles("ha-external-database", hosts)).toEqual({
    y: "load-balancer",
    x: "datastore",
    master1: "server",
    worker1: "agent",
  });
});

it("only whole words count as names of a role", () => {
  expect(roleFromName("nodejs-box")).toBeNull();
  expect(roleFromName("worker-3")).toBe("agent");
  expect(roleFromName("k3s-node")).toBeNull();
  expect(roleFromName("cp1")).toBe("server");
});
