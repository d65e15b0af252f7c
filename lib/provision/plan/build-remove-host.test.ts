import { describe, expect, it } from "vitest";
import { before, planHost, referenceInput } from "@/lib/provision/testing/reference-input";
import { buildRemoveHostPlan } from "./build-remove-host";
import { orderPlan } from "./order-plan";

const input = referenceInput();
const worker3 = planHost("worker3", "192.168.1.232", "agent");
const master3 = planHost("master3", "192.168.1.222", "server");

describe("an agent leaves", () => {
  const plan = buildRemoveHostPlan({ ...input, removed: worker3 });

  it("has an order", () => expect(orderPlan(plan).ok).toBe(true));

  it("stops only after it is drained and the load balancer has let go", () => {
    const earlier = before(plan, "worker3/k3s.stop");
    expect(earlier).toContain("master1/drain.worker3");
    expect(earlier).toContain("lb/haproxy.service");
  });

  it("is forgotten after it has stopped, and cleaned after it is forgotten", () => {
    expect(before(plan, "master1/forget.worker3")).toContain("worker3/k3s.stop");
    expect(before(plan, "worker3/k3s.clean")).toContain("master1/forget.worker3");
    expect(before(plan, "worker3/host.traces")).toContain("worker3/k3s.clean");
  });

  it("is not drained behind anything that could keep the cluster from answering", () => {
    expect(before(plan, "master1/drain.worker3").size).toBe(0);
  });
});

describe("a server leaves", () => {
  const plan = buildRemoveHostPlan({ ...input, removed: master3 });

  it("has an order", () => expect(orderPlan(plan).ok).toBe(true));

  it("keeps its database login until it has stopped", () => {
    expect(before(plan, "db/mariadb.users")).toContain("master3/k3s.stop");
  });

  it("lets the other servers restart only when it has left", () => {
    for (const name of ["master1", "master2"])
      expect(before(plan, `${name}/k3s.service`)).toContain("master1/forget.master3");
  });
});

describe("a host is gone", () => {
  const plan = buildRemoveHostPlan({ ...input, removed: { ...master3, gone: true } });

  it("is asked nothing and forgotten at once", () => {
    expect([...plan.nodes.values()].filter(({ hostId }) => hostId === master3.id)).toEqual([]);
    expect([...plan.nodes.keys()].some((id) => id.includes("drain"))).toBe(false);
    expect(before(plan, "master1/forget.master3").size).toBe(0);
  });

  it("is shut out of the database all the same", () => {
    expect(before(plan, "db/mariadb.users")).toContain("master1/forget.master3");
  });
});

it("cannot take the load balancer or the datastore away", () => {
  for (const role of ["load-balancer", "datastore"] as const)
    expect(() =>
      buildRemoveHostPlan({ ...input, removed: planHost("x", "192.168.1.99", role) }),
    ).toThrow(role);
});
