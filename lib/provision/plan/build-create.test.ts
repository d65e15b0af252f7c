import { describe, expect, it } from "vitest";
import {
  before,
  planHost,
  planInput,
  referenceInput,
} from "@/lib/provision/testing/reference-input";
import { buildCreatePlan } from "./build-create";
import { orderPlan } from "./order-plan";
import type { NodeId, Plan } from "./plan";

const plan = buildCreatePlan(referenceInput());
const node = (id: string, of: Plan = plan) => {
  const found = of.nodes.get(id as NodeId);
  if (found === undefined) throw new Error(`no ${id} in the plan`);
  return found;
};

/** The chain of nodes that takes longest, by typical durations. */
function criticalPath(of: Plan): readonly string[] {
  const order = orderPlan(of);
  if (!order.ok) throw new Error(order.problem.detail);
  const best = new Map<string, { ms: number; path: readonly string[] }>();
  for (const id of order.value) {
    const { after, step } = node(id, of);
    const longest = after
      .map((other) => best.get(other) ?? { ms: 0, path: [] })
      .reduce((a, b) => (b.ms > a.ms ? b : a), { ms: 0, path: [] as readonly string[] });
    best.set(id, { ms: longest.ms + step.typicalMs, path: [...longest.path, id] });
  }
  return [...best.values()].reduce((a, b) => (b.ms > a.ms ? b : a)).path;
}

describe("the reference cluster", () => {
  it("has an order", () => {
    expect(orderPlan(plan).ok).toBe(true);
    expect(plan.nodes.size).toBe(72);
  });

  it("lets packages, pushes and files begin at once", () => {
    const early = [
      "lb/haproxy.ports",
      "lb/haproxy.package",
      "db/mariadb.package",
      ...["master1", "master2", "worker1", "worker2"].flatMap((host) => [
        `${host}/k3s.binary`,
        `${host}/k3s.images`,
        `${host}/k3s.config`,
        `${host}/k3s.unit`,
      ]),
      "master2/k3s.secrets",
    ];
    expect(early.filter((id) => node(id).after.length > 0)).toEqual([]);
  });

  it("pushes beside everything else", () => {
    const pushes = [...plan.nodes.values()].filter(({ lane }) => lane === "transfer");
    expect(pushes.map(({ id }) => id).toSorted()).toEqual(
      ["master1", "master2", "worker1", "worker2"].flatMap((host) => [
        `${host}/k3s.binary`,
        `${host}/k3s.images`,
      ]),
    );
  });

  it("pushes in the order in which nodes start: server after server, then all agents", () => {
    const behind = ["master1", "master2", "worker1", "worker2"].map((host) => [
      ...(node(`${host}/k3s.images`).behind ?? []),
    ]);
    const master2 = ["master2/k3s.binary", "master2/k3s.images"];
    expect(behind).toEqual([[], ["master1/k3s.binary", "master1/k3s.images"], master2, master2]);
  });

  it("starts the first server when its files and the database are there, without the load balancer", () => {
    const earlier = before(plan, "master1/k3s.service");
    for (const key of [
      "k3s.binary",
      "k3s.images",
      "k3s.config",
      "k3s.secrets",
      "k3s.unit",
      "host.name",
      "host.time",
      "host.cgroups",
      "host.sysctl",
      "host.swap",
    ])
      expect(earlier).toContain(`master1/${key}`);
    expect(earlier).toContain("db/mariadb.users");
    expect([...earlier].filter((id) => /^(lb|master2|worker\d)\//.test(id))).toEqual([]);
  });

  it("starts the second server when the first one's API is up, not when its node is Ready", () => {
    const earlier = before(plan, "master2/k3s.service");
    expect(earlier).toContain("master1/k3s.service");
    expect(earlier).not.toContain("master1/k3s.node");
    expect(node("master2/k3s.service").lock).toBe(node("master1/k3s.service").lock);
  });

  it("lets agents join through the load balancer once one server is up", () => {
    const earlier = before(plan, "worker1/k3s.service");
    expect(earlier).toContain("lb/haproxy.service");
    expect(earlier).toContain("master1/k3s.service");
    expect(earlier).not.toContain("master2/k3s.service");
    expect(earlier).not.toContain("master1/k3s.node");
    expect([...earlier].filter((id) => id.startsWith("worker2/"))).toEqual([]);
  });

  it("takes longest over a push, the first server's start and an agent's join", () => {
    expect(criticalPath(plan)).toEqual([
      "master1/k3s.binary",
      "master1/k3s.service",
      "worker1/k3s.secrets",
      "worker1/k3s.service",
      "worker1/k3s.node",
    ]);
  });

  it("restarts a service for its own files only", () => {
    expect(node("worker1/k3s.service").triggers).toEqual(
      ["k3s.binary", "k3s.config", "k3s.secrets", "k3s.unit"].map((key) => `worker1/${key}`),
    );
    expect(node("lb/haproxy.service").triggers).toEqual(["lb/haproxy.config"]);
  });

  it("tells no secret in what a node is called or why it is there", () => {
    const words = [...plan.nodes.values()].map(({ step, input }) =>
      [step.title(input as never), step.label(input as never), step.why(input as never)].join(" "),
    );
    expect(words.join("\n")).not.toContain("of-the-test");
    expect(JSON.stringify([...plan.nodes.values()].map(({ input }) => input))).not.toContain(
      "of-the-test",
    );
  });

  it("has the same names from one plan to the next", () => {
    expect([...buildCreatePlan(referenceInput()).nodes.keys()]).toEqual([...plan.nodes.keys()]);
  });
});

describe("a single server", () => {
  const hosts = [
    planHost("one", "192.168.1.10", "server"),
    planHost("two", "192.168.1.11", "agent"),
  ];
  const single = buildCreatePlan(
    planInput(hosts, { topology: "single-server", apiAddress: "192.168.1.10" }),
  );

  it("has neither a database nor a load balancer", () => {
    expect([...single.nodes.keys()].filter((id) => /mariadb|haproxy/.test(id))).toEqual([]);
    expect(before(single, "two/k3s.service")).toContain("one/k3s.service");
  });
});

describe("input that no plan can be made of", () => {
  it.each([
    ["no server", referenceInput().hosts.filter(({ role }) => role !== "server")],
    ["no datastore", referenceInput().hosts.filter(({ role }) => role !== "datastore")],
    ["two hosts of one name", [...referenceInput().hosts, planHost("LB", "192.168.1.99", "agent")]],
    [
      "two hosts of one address",
      [...referenceInput().hosts, planHost("x", "192.168.1.210", "agent")],
    ],
    ["a name that is none", [...referenceInput().hosts, planHost("a b", "192.168.1.99", "agent")]],
    ["a name instead of an address", [...referenceInput().hosts, planHost("x", "x.lan", "agent")]],
    [
      "no k3s for the architecture",
      [
        ...referenceInput().hosts,
        { ...planHost("x", "192.168.1.99", "agent"), arch: "armhf" as const },
      ],
    ],
  ])("%s: is refused", (_, hosts) => {
    expect(() => buildCreatePlan({ ...referenceInput(), hosts })).toThrow();
  });
});
