import { describe, expect, it } from "vitest";
import { dmzView, hostOf } from "@/lib/network/testing/dmz-view";
import { findConflicts, type OtherFilters } from "./find-conflicts";
import { parseForeignRules } from "./nft-json";
import { otherTables } from "./other-tables";

const view = dmzView();
const at = new Date("2026-11-23T12:00:00Z");
const QUIET: OtherFilters = { rules: null, active: [], legacyDrops: false };

const chain = (hook: string, policy: string, name = "input") => ({
  chain: { family: "inet", table: "filter", name, type: "filter", hook, prio: 0, policy },
});
const rule = (...expr: readonly object[]) => ({
  rule: { family: "inet", table: "filter", chain: "input", handle: 1, expr },
});
const dport = (right: unknown) => ({
  match: { op: "==", left: { payload: { protocol: "tcp", field: "dport" } }, right },
});
const state = (right: unknown) => ({
  match: { op: "in", left: { ct: { key: "state" } }, right },
});
const iif = (right: string) => ({
  match: { op: "==", left: { meta: { key: "iifname" } }, right },
});
const ACCEPT = { accept: null };
const DROP = { drop: null };

const conflicts = (host: string, ...nftables: readonly object[]) =>
  findConflicts(
    { ...QUIET, rules: parseForeignRules(JSON.stringify({ nftables })) },
    { view, host: hostOf(view, host), at },
  );

describe("what else filters on a host", () => {
  it("is in the way where it surely drops what the policy lets pass, with examples", () => {
    const found = conflicts(
      "db",
      chain("input", "drop"),
      rule(iif("lo"), ACCEPT),
      rule(state(["established", "related"]), ACCEPT),
      rule(dport({ set: [22, { range: [8000, 65_535] }] }), ACCEPT),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^The chain input of the table inet filter on db drops what the policy lets pass: .*:3306\/tcp|:2200\/tcp/,
    );
    expect(found[0]).toContain("Let it pass there too, or remove the chain.");
    expect(found[0]).not.toContain(":22/tcp");
  });

  it.each([
    ["accepts by policy", [chain("input", "accept")]],
    ["accepts everything by a rule", [chain("input", "drop"), rule(ACCEPT)]],
    [
      "has a rule that is not understood and may let it pass",
      [chain("input", "drop"), rule({ xt: { type: "match", name: "recent" } }, ACCEPT)],
    ],
    ["filters what nobody of the site sends", [chain("output", "drop")]],
    [
      "leads to a chain that accepts",
      [
        chain("input", "drop"),
        rule({ jump: { target: "more" } }),
        { chain: { family: "inet", table: "filter", name: "more" } },
        { rule: { family: "inet", table: "filter", chain: "more", expr: [ACCEPT] } },
      ],
    ],
    [
      "maps other states to a drop only",
      [
        chain("input", "accept"),
        rule({ vmap: { key: { ct: { key: "state" } }, data: { set: [["invalid", DROP]] } } }),
      ],
    ],
  ])("is not when it %s", (_, nftables) => {
    expect(conflicts("db", ...nftables)).toEqual([]);
  });

  it("is seen on a firewall for what passes through it", () => {
    const [found, ...others] = conflicts("fw1", chain("forward", "drop", "forward"));
    expect(others).toEqual([]);
    expect(found).toContain("The chain forward of the table inet filter on fw1 drops");
    expect(found).toContain("fw2 → 198.51.100.7:53/tcp");
    expect(conflicts("db", chain("forward", "drop", "forward"))).toEqual([]);
  });

  it("is never the panel's own table", () => {
    const ours = { ...chain("input", "drop").chain, table: "gandalf" };
    expect(conflicts("db", { chain: ours })).toEqual([]);
    const listing = "table inet gandalf {\n\tset a {\n\t}\n}\ntable ip nat {\n}\n";
    expect(otherTables(listing)).toBe("table ip nat {\n}\n");
  });

  it("names programs that keep rules of their own, with the command that takes them off", () => {
    const found = findConflicts(
      { rules: null, active: ["ufw", "firewalld"], legacyDrops: true },
      { view, host: hostOf(view, "lb"), at },
    );
    expect(found.map((text) => text.split(" ").slice(-2).join(" "))).toEqual([
      "ufw disable",
      "--now firewalld",
      "needs them.",
    ]);
  });

  it("is not known when the host's answer is none", () => {
    expect(parseForeignRules("")).toBeNull();
    expect(parseForeignRules('{"other":1}')).toBeNull();
  });
});
