import { expect, it } from "vitest";
import { before, referenceInput } from "@/lib/provision/testing/reference-input";
import { buildDeletePlan } from "./build-delete";
import { orderPlan } from "./order-plan";

const plan = buildDeletePlan(referenceInput());

it("has an order and leaves no host out", () => {
  expect(orderPlan(plan).ok).toBe(true);
  const hosts = new Set([...plan.nodes.values()].map(({ hostName }) => hostName));
  expect([...hosts].toSorted()).toEqual(["db", "lb", "master1", "master2", "worker1", "worker2"]);
});

it("takes the database away from nobody who still uses it", () => {
  const earlier = before(plan, "db/mariadb.purge");
  expect(earlier).toContain("master1/k3s.stop");
  expect(earlier).toContain("master2/k3s.stop");
});

it("stops agents before their servers", () => {
  expect(before(plan, "master1/k3s.stop")).toContain("worker2/k3s.stop");
});

it("cleans all nodes at the same time", () => {
  const earlier = before(plan, "worker1/k3s.clean");
  expect([...earlier].filter((id) => !id.startsWith("worker1/"))).toEqual([]);
});
