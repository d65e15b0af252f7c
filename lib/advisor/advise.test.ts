import { describe, expect, it } from "vitest";
import { advise, type AdvisorInput } from "./advise";
import { applyFix } from "./fix";
import {
  referenceHosts,
  referenceInput,
  referenceRoles,
  testHost,
} from "./reference-hosts.fixture";

const rules = (input: AdvisorInput) => advise(input).map((found) => found.rule);
const first = (input: AdvisorInput, rule: string) => {
  const found = advise(input).find((advice) => advice.rule === rule);
  if (!found) throw new Error(`no finding of ${rule}`);
  return found;
};
const solved = (input: AdvisorInput, rule: string): AdvisorInput => {
  const { fix } = first(input, rule);
  if (!fix) throw new Error(`${rule} offers no fix`);
  return { ...input, ...applyFix(input, fix) };
};

describe("the reference cluster", () => {
  it("has no problem and says that cards on the servers are fine", () => {
    expect(advise(referenceInput()).map(({ rule, severity }) => [rule, severity])).toEqual([
      ["servers-on-sd", "note"],
    ]);
  });
});

describe("memory", () => {
  const swapped = referenceInput({ worker2: "server", master2: "agent" });

  it("a server with 905 MiB is a problem that may be kept, and the larger agent is offered instead", () => {
    const found = first(swapped, "role-memory");
    expect(found).toMatchObject({
      id: "role-memory:worker2",
      severity: "problem",
      overridable: true,
      fix: { kind: "swap", a: "worker2", b: "master2" },
    });
  });

  it("swapping them solves it and leaves the other roles alone", () => {
    const after = solved(swapped, "role-memory");
    expect(after.roles).toEqual(referenceRoles);
    expect(rules(after)).toEqual(["servers-on-sd"]);
  });

  it("offers no swap when no other host is large enough", () => {
    const hosts = referenceHosts().map((host) => ({ ...host, memoryBytes: 1024 ** 3 }));
    expect(first({ ...referenceInput(), hosts }, "role-memory").fix).toBeNull();
  });

  it("a 2 GB server below 1,800 MiB is only a warning", () => {
    const hosts = [...referenceHosts().slice(0, 3), testHost("master2", 1.7), testHost("w", 4)];
    const input = { ...referenceInput({ w: "agent" }), hosts };
    expect(first(input, "server-tight")).toMatchObject({ severity: "warning", fix: null });
  });

  it("memory that was not read is no finding", () => {
    const hosts = referenceHosts().map((host) => ({ ...host, memoryBytes: null }));
    expect(rules({ ...referenceInput(), hosts })).toEqual(["servers-on-sd"]);
  });
});

describe("counts", () => {
  it("a missing load balancer must be solved, with the smallest spare host", () => {
    const input = referenceInput({ lb: null });
    expect(first(input, "role-missing")).toMatchObject({
      overridable: false,
      fix: { kind: "move", hostIds: ["lb"], role: "load-balancer" },
    });
    expect(rules(solved(input, "role-missing"))).toEqual(["servers-on-sd"]);
  });

  it("a missing database goes to a spare host whose disk is not a card", () => {
    const input = { ...referenceInput({ db: null }), hosts: referenceHosts().slice(2) };
    expect(first({ ...input, roles: { ...input.roles, lb: null } }, "role-missing")).toBeDefined();
    const found = advise(input).find(
      (advice) => advice.rule === "role-missing" && advice.facts.role === "datastore",
    );
    expect(found?.fix).toEqual({ kind: "move", hostIds: ["worker1"], role: "datastore" });
  });

  it("two load balancers are one too many: the second becomes an agent", () => {
    const input = referenceInput({ worker1: "load-balancer" });
    expect(first(input, "role-crowded")).toMatchObject({
      overridable: false,
      hostIds: ["worker1"],
    });
    expect(solved(input, "role-crowded").roles.worker1).toBe("agent");
  });

  it("two servers without a database would make no quorum: a database is offered", () => {
    const input: AdvisorInput = {
      ...referenceInput(),
      topology: "single-server",
      hosts: [testHost("a", 4), testHost("b", 4)],
      roles: { a: "server", b: "server" },
      serverTaint: false,
    };
    expect(first(input, "servers-need-database").overridable).toBe(false);
    expect(solved(input, "servers-need-database").topology).toBe("ha-external-database");
  });

  it("one server in a cluster with a database is a warning that promotes the largest agent", () => {
    const input = referenceInput({ master2: "agent" });
    expect(first(input, "one-server")).toMatchObject({ severity: "warning" });
    const after = solved(input, "one-server");
    expect(Object.values(after.roles).filter((role) => role === "server")).toHaveLength(2);
    expect(after.roles.worker2).toBe("agent");
  });

  it("tainted servers without an agent run nothing until the taint goes", () => {
    const input = referenceInput({ worker1: null, worker2: null });
    expect(first(input, "no-agents")).toMatchObject({ severity: "problem", overridable: true });
    expect(rules(solved(input, "no-agents"))).not.toContain("no-agents");
  });
});

describe("disks and machines", () => {
  it("a database on an SD card is a warning, swapped with an agent's better disk", () => {
    const hosts = referenceHosts().map((host) =>
      host.id === "db" ? { ...host, disk: "sd" as const } : host,
    );
    const found = first({ ...referenceInput(), hosts }, "state-on-sd");
    expect(found).toMatchObject({
      severity: "warning",
      fix: { kind: "swap", a: "db", b: "worker1" },
    });
  });

  it("an only server on an SD card holds the state itself", () => {
    const input: AdvisorInput = {
      topology: "single-server",
      hosts: [testHost("pi", 4, { disk: "sd" })],
      roles: { pi: "server" },
      serverTaint: false,
    };
    expect(rules(input)).toEqual(["state-on-sd"]);
  });

  it("a load balancer and a server that are one machine fall together", () => {
    const hosts = referenceHosts().map((host) =>
      host.id === "lb" ? { ...host, machineId: "master1" } : host,
    );
    const found = first({ ...referenceInput(), hosts }, "same-machine");
    expect(found).toMatchObject({ severity: "problem", hostIds: ["lb", "master1"] });
  });
});
