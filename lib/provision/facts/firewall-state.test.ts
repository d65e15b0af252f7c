import { expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { firewallState } from "./firewall-state";

const read = (...lines: readonly string[]) => {
  const parsed = firewallState.parse(output(`${lines.join("\n")}\n`), {});
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  return parsed.value;
};

it("reads a host that has nothing of ours", () => {
  const nothing = { current: null, trial: null, ended: null, hasTable: false, agrees: false };
  expect(read()).toEqual(nothing);
});

it("reads rules on trial, and that somebody takes them back", () => {
  const lines = [
    "current=aa",
    "trial=bb",
    "timer=active",
    "reached=yes",
    "table=yes",
    "agrees=yes",
  ];
  expect(read(...lines)).toEqual({
    current: "aa",
    trial: { digest: "bb", isTimed: true, isReached: true, isProved: false },
    ended: null,
    hasTable: true,
    agrees: true,
  });
});

it("takes a timer that has run out for none", () => {
  expect(read("trial=bb", "timer=inactive").trial?.isTimed).toBe(false);
});

it("reads how the last trial ended", () => {
  expect(read("ended=bb time").ended).toEqual({ digest: "bb", why: "time" });
});
