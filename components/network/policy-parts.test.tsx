import { describe, expect, it } from "vitest";
import { testFacts, testRow } from "@/components/host/host-rows.fixture";
import { dmzView, flatView } from "@/lib/network/testing/dmz-view";
import { commonNetworks, guessInterfaces } from "./guess-networks";
import { fromLocalTime, toLocalTime } from "./local-time";
import { isRouted } from "./matrix-model";
import { policyChanges } from "./policy-changes";
import { portText, readPorts } from "./port-text";
import { routerRows } from "./router-rows";
import { siteAnswer } from "./site.fixture";
import { movedUp, withoutZone, withZone } from "./spec-edits";
import { checkSpec } from "./spec-problems";
import { asNetwork } from "./word-list";

const { site: spec } = dmzView();
const facts = (...legs: readonly (readonly [string, string])[]) =>
  testFacts("fw", {
    interfaces: legs.map(([name, cidr]) => ({
      name,
      mac: null,
      addresses: [{ cidr, dynamic: false }],
    })),
  });

describe("what two policies differ in", () => {
  it("is named as people call it", () => {
    const cells = spec.cells.map((cell) =>
      cell.from === "home" && cell.to === "dmz" ? { ...cell, log: true } : cell,
    );
    const next = { ...spec, cells, masquerade: ["home"], forwards: spec.forwards.slice(1) };
    expect(policyChanges(spec, next)).toEqual([
      { part: "cells", name: "home → dmz", how: "changed" },
      { part: "forwards", name: "80/tcp", how: "removed" },
      { part: "masquerade", name: "dmz", how: "removed" },
    ]);
    expect(policyChanges(next, next)).toEqual([]);
  });

  it("is also the order of exceptions, which decides", () => {
    const exception = (reason: string) => ({
      verdict: "allow" as const,
      from: "192.168.1.0/24",
      to: "192.168.3.0/24",
      service: null,
      until: null,
      reason,
    });
    const before = { ...spec, exceptions: [exception("first"), exception("second")] };
    const after = movedUp(before, 1);
    expect(after.exceptions.map(({ reason }) => reason)).toEqual(["second", "first"]);
    expect(policyChanges(before, after)).toMatchObject([{ part: "exceptions", how: "moved" }]);
  });
});

describe("a zone", () => {
  it("keeps its cells, interfaces and masquerading under a new name", () => {
    const at = spec.zones.findIndex(({ name }) => name === "dmz");
    const zone = spec.zones[at];
    if (zone === undefined) throw new Error("no dmz");
    const next = withZone(spec, at, { ...zone, name: "outside" });
    expect(JSON.stringify(next)).not.toContain('"dmz","kind"');
    expect(next.cells.filter(({ from }) => from === "outside")).toHaveLength(4);
    expect(next.firewalls[0]?.interfaces[1]?.zone).toBe("outside");
    expect(next.masquerade).toEqual(["outside", "home"]);
    expect(checkSpec(next, ["zones", at]).ok).toBe(true);
  });

  it("takes what speaks of it along when it goes", () => {
    const next = withoutZone(spec, "home");
    expect(checkSpec(next, ["zones"]).ok).toBe(true);
    expect(next.cells.some(({ from, to }) => from === "home" || to === "home")).toBe(false);
  });
});

it("an edit's problems stand at its own fields; others are said as a whole", () => {
  const forwards = [...spec.forwards, { protocol: "tcp" as const, port: 0, to: "x", toPort: 80 }];
  expect(checkSpec({ ...spec, forwards }, ["forwards", forwards.length - 1])).toEqual({
    ok: false,
    elsewhere: null,
    fields: {
      port: "Ports are 1 to 65535.",
      to: "Write an IPv4 address such as 192.168.1.210: four parts, each 0 to 255.",
    },
  });
  expect(checkSpec({ ...spec, zones: spec.zones.slice(0, 2) }, ["zones"])).toMatchObject({
    ok: false,
    elsewhere: "There is no zone called home.",
  });
});

it("ports are read as they are written", () => {
  const text = "80/tcp, 9000-9010/udp, ping";
  expect(portText(readPorts(text).ports)).toBe(text);
  expect(portText(readPorts("8080 9100").ports)).toBe("8080/tcp, 9100/tcp");
  expect(readPorts("80/tcp, web, 1-2-3").wrong).toEqual(["web", "1-2-3"]);
});

it("times of a field are the viewer's own, and UTC in a policy", () => {
  const at = "2026-11-24T09:30:00.000Z";
  expect(fromLocalTime(toLocalTime(Date.parse(at)))).toBe(at);
  expect(fromLocalTime("")).toBeNull();
  expect([asNetwork("192.168.1.5"), asNetwork("fd00::5"), asNetwork("10.0.0.0/8")]).toEqual([
    "192.168.1.5/32",
    "fd00::5/128",
    "10.0.0.0/8",
  ]);
});

it("networks are guessed from the hosts' own addresses, without those of the cluster", () => {
  const hosts = [
    testRow("a", { facts: facts(["eth0", "192.168.3.9/24"], ["cni0", "10.42.0.1/24"]) }),
    testRow("b", { facts: facts(["eth0", "192.168.3.8/24"]) }),
    testRow("fw", { facts: facts(["dmz", "192.168.3.2/24"], ["home", "192.168.1.1/24"]) }),
  ];
  expect(commonNetworks(hosts)).toEqual(["192.168.3.0/24", "192.168.1.0/24"]);
  expect(
    guessInterfaces(facts(["wan", "203.0.113.1/24"], ["dmz", "192.168.3.1/24"]), spec.zones),
  ).toEqual([
    { name: "wan", zone: "wan" },
    { name: "dmz", zone: "dmz" },
  ]);
});

describe("what to enter in the router", () => {
  it("leads every forward to the firewall before the internet", () => {
    const { site } = siteAnswer();
    const fw1 = testRow("fw1", { facts: facts(["wan", "203.0.113.1/24"]) });
    const rows = routerRows({ spec, site, hosts: [fw1] });
    expect(rows.map(({ outside, to, inside }) => [outside, to.address, inside])).toEqual([
      ["80", "203.0.113.1", "80"],
      ["443", "203.0.113.1", "443"],
      ["2200", "203.0.113.1", "2200"],
    ]);
  });

  it("is what the matrix lets in, to the load balancer, when no firewall stands there", () => {
    const flat = flatView();
    const { site } = siteAnswer();
    const balancer = { ...site.hosts[2], zone: "home" } as (typeof site.hosts)[number];
    const rows = routerRows({ spec: flat.site, site: { ...site, hosts: [balancer] }, hosts: [] });
    expect(rows.map(({ outside, to }) => [outside, to.name])).toEqual([
      ["80", "lb"],
      ["443", "lb"],
    ]);
  });
});

it("a pair that no host of the site sees is not routed here", () => {
  const { site } = siteAnswer();
  const routed = (from: string, to: string) => isRouted({ spec, hosts: site.hosts }, from, to);
  expect(routed("wan", "wan")).toBe(false);
  expect(routed("home", "home")).toBe(false);
  expect(routed("dmz", "dmz")).toBe(true);
  expect(routed("home", "wan")).toBe(true);
  expect(routed("pods", "pods")).toBe(true);
});
