import { describe, expect, it } from "vitest";
import { before, planHost, referenceInput } from "@/lib/provision/testing/reference-input";
import { buildRebootPlan, type RebootPlanInput } from "./build-reboot";
import { orderPlan } from "./order-plan";
import type { NodeId } from "./plan";

const { hosts } = referenceInput();
const plan = (names: readonly string[], more: Partial<RebootPlanInput> = {}) =>
  buildRebootPlan({
    hosts,
    hostIds: names.map((name) => `id-${name}`),
    boots: {},
    apiAddress: "192.168.1.210",
    panelBoot: null,
    ...more,
  });

describe("one agent", () => {
  const one = plan(["worker1"]);

  it("is emptied, rebooted, waited for and only then let in again", () => {
    expect(orderPlan(one)).toMatchObject({
      value: [
        "master1/drain.worker1",
        "worker1/host.reboot",
        "worker1/unit.up",
        "worker1/node.back",
        "master1/uncordon.worker1",
      ],
    });
  });

  it("is let in again whatever happens", () => {
    expect(one.nodes.get("master1/uncordon.worker1" as NodeId)?.always).toBe(true);
  });
});

describe("a server", () => {
  it("goes down only with another one in its place, which also speaks for the cluster", () => {
    const ids = [...plan(["master1"]).nodes.keys()];
    expect(ids).toContain("master2/api.without.master1");
    expect(ids).toContain("master2/drain.master1");
    expect(before(plan(["master1"]), "master1/host.reboot")).toContain(
      "master2/api.without.master1",
    );
  });

  it("that is the only one is rebooted all the same, and the plan says what is away", () => {
    const alone = buildRebootPlan({
      hosts: [planHost("pi", "192.168.1.5", "server")],
      hostIds: ["id-pi"],
      boots: {},
      apiAddress: "192.168.1.5",
      panelBoot: null,
    });
    expect([...alone.nodes.keys()].some((id) => id.includes("api."))).toBe(false);
    const node = alone.nodes.get("pi/host.reboot" as NodeId);
    expect(node?.step.why(node.input as never)).toContain("the API, kubectl");
  });
});

describe("hosts that are no nodes", () => {
  it.each([
    ["lb", "haproxy.service", "unreachable through lb"],
    ["db", "mariadb.service", "The API answers nothing"],
  ])("%s is not drained, and the API is seen to answer after %s is up", (name, unit, said) => {
    const one = plan([name]);
    expect([...one.nodes.keys()]).toEqual([
      `${name}/host.reboot`,
      `${name}/unit.up`,
      `master1/api.after.${name}`,
    ]);
    const up = one.nodes.get(`${name}/unit.up` as NodeId);
    expect(up?.input).toMatchObject({ unit });
    const reboot = one.nodes.get(`${name}/host.reboot` as NodeId);
    expect(reboot?.step.why(reboot.input as never)).toContain(said);
  });
});

describe("all hosts", () => {
  const all = plan(hosts.map(({ name }) => name));

  it("go one after another, agents first and the database last", () => {
    const order = orderPlan(all);
    const reboots = order.ok ? order.value.filter((id) => id.endsWith("/host.reboot")) : [];
    expect(reboots.map((id) => id.split("/")[0])).toEqual([
      "worker1",
      "worker2",
      "master1",
      "master2",
      "lb",
      "db",
    ]);
  });

  it("wait for everything of the one before, so that its failure stops the rest", () => {
    const earlier = before(all, "master1/drain.worker2");
    expect(earlier).toContain("worker1/node.back");
    expect(earlier).toContain("master1/uncordon.worker1");
    expect(before(all, "db/host.reboot")).toContain("master1/api.after.lb");
  });
});
