import { describe, expect, it } from "vitest";
import { dmzView } from "@/lib/network/testing/dmz-view";
import { buildApplySitePlan, rulesText } from "./build-apply-site";
import { buildClearSitePlan } from "./build-clear-site";
import { orderPlan } from "./order-plan";
import type { NodeId, Plan } from "./plan";

const view = dmzView();
const input = {
  view,
  at: new Date("2026-11-23T12:00:00Z"),
  keep: "proof" as const,
  trialSeconds: 90,
};
const plan = buildApplySitePlan(input);
const at = (of: Plan, id: string) => {
  const found = of.nodes.get(id as NodeId);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const hosts = view.hosts.map(({ name }) => name);

describe.each([
  ["apply", plan],
  ["clear", buildClearSitePlan(input)],
])("a plan to %s a site", (_, built) => {
  it("can be ordered", () => {
    expect(orderPlan(built).ok).toBe(true);
  });

  it("keeps nothing on any host before every host is proved", () => {
    const proofs = hosts.map((name) => `${name}/rules.proved`);
    for (const name of hosts)
      expect(at(built, `${name}/rules.kept`).after).toEqual(expect.arrayContaining(proofs));
  });

  it("proves nothing before the panel came into every host anew", () => {
    const logins = hosts.map((name) => `${name}/rules.reached`);
    for (const name of hosts) expect(at(built, `${name}/rules.proved`).after).toEqual(logins);
  });

  it("keeps inside first, and on the firewall beside the panel last", () => {
    expect(at(built, "lb/rules.kept").after).not.toContain("db/rules.kept");
    expect(at(built, "fw1/rules.kept").after).toContain("lb/rules.kept");
    expect(at(built, "fw1/rules.kept").after).not.toContain("fw2/rules.kept");
    expect(at(built, "fw2/rules.kept").after).toContain("fw1/rules.kept");
  });

  it("takes back on every host, whatever happens", () => {
    for (const name of hosts)
      expect(at(built, `${name}/rules.back`)).toMatchObject({
        always: true,
        after: ["trial", "reached", "proved", "kept"].map((step) => `${name}/rules.${step}`),
      });
  });
});

describe("a host's file", () => {
  const textOf = (name: string) => {
    const host = view.hosts.find((each) => each.name === name);
    if (host === undefined) throw new Error(`no ${name}`);
    return rulesText(input, host).split("\n").slice(0, 3);
  };

  it("begins with what nft skips: forwarding and routes", () => {
    const written = expect.stringMatching(/^# Written by Gandalf/) as string;
    expect(textOf("fw1")).toEqual([
      "#: forward",
      "#: route 192.168.1.0/24 via 192.168.3.2",
      written,
    ]);
    expect(textOf("fw2").slice(0, 2)).toEqual(["#: forward", written]);
    expect(textOf("db").slice(0, 2)).toEqual(["#: route 192.168.1.0/24 via 192.168.3.2", written]);
  });

  it("is put on trial only when everything is prepared on every host", () => {
    const prepared = hosts.map((name) => `${name}/firewall.boot`);
    for (const name of hosts)
      expect(at(plan, `${name}/rules.trial`).after).toEqual(expect.arrayContaining(prepared));
  });
});
