import { expect, it } from "vitest";
import type { MeasuredPair } from "@/lib/schemas/site-view-row";
import { siteTroubles } from "./site-troubles";

const HOSTS = [
  { id: "h1", name: "lb" },
  { id: "h2", name: "db" },
];
const AT = "2026-11-23T10:00:00.000Z";

const pair = (measured: MeasuredPair["measured"]): MeasuredPair => ({
  ...{ from: "h1", to: "h2", protocol: "tcp", port: 3306, zones: ["dmz", "dmz"] },
  ...{ fromAddress: "192.168.3.210", toAddress: "192.168.3.200", expected: "blocked", measured },
});

const troubles = (pairs: readonly MeasuredPair[], drifted: readonly string[] = []) =>
  siteTroubles({
    site: { id: "s", name: "Home" },
    hosts: HOSTS,
    last: { at: AT, tookMs: 1, revision: 1, pairs, drifted },
  });

it("says nothing of a site where packets go as they should, or could not be tried", () => {
  expect(troubles([pair("blocked"), pair("untested")])).toEqual([]);
});

it("names hosts whose rules were changed, and the first packet that went otherwise", () => {
  expect(troubles([pair("blocked"), pair("open"), pair("open")], ["h2"])).toEqual([
    { kind: "site-drifted", site: { id: "s", name: "Home" }, hosts: [HOSTS[1]], at: AT },
    {
      ...{ kind: "site-differs", site: { id: "s", name: "Home" }, differ: 2, at: AT },
      example: { from: "lb", to: "db", port: "3306/tcp", measured: "open" },
    },
  ]);
});
