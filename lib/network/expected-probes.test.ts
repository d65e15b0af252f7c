import { expect, it } from "vitest";
import { expectedProbes } from "./expected-probes";
import { dmzView } from "./testing/dmz-view";

const NOW = new Date("2026-11-23T12:00:00Z");

it("tries between every two hosts what the policy speaks of, whether it is allowed or not", () => {
  const probes = expectedProbes(dmzView(), NOW);
  const one = (names: string, port: string) =>
    probes
      .filter(({ from, to }) => `${from.name} ${to.name}` === names)
      .filter(({ packet }) => `${packet.protocol} ${packet.port}` === port)
      .map(({ zones, packet, verdict }) => [zones.join(" "), packet.to, verdict.allowed]);
  expect(one("master1 db", "tcp 3306")).toEqual([["dmz dmz", "192.168.3.200", true]]);
  expect(one("worker1 worker2", "udp 8472")).toEqual([["dmz dmz", "192.168.3.231", true]]);
  expect(one("lb fw2", "tcp 22")).toEqual([
    ["dmz dmz", "192.168.3.2", true],
    ["dmz home", "192.168.1.1", false],
  ]);
  expect(new Set(probes.map(({ packet }) => `${packet.protocol} ${packet.port}`)).size).toBe(16);
});

it("never crosses families, and asks each question once", () => {
  const view = dmzView();
  const hosts = view.hosts.map((host, i) =>
    host.name === "db" || host.name === "lb"
      ? { ...host, addresses: [...host.addresses, `fd00:3::${i}`] }
      : host,
  );
  const asked = expectedProbes({ ...view, hosts }, NOW).map(({ packet }) => packet);
  expect(asked.every(({ from, to }) => from.includes(":") === to.includes(":"))).toBe(true);
  expect(new Set(asked.map((packet) => JSON.stringify(packet))).size).toBe(asked.length);
  expect(asked.some(({ to }) => to.includes(":"))).toBe(true);
});
