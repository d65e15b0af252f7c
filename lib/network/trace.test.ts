import { describe, expect, it } from "vitest";
import type { Packet } from "./decide";
import { dmzView } from "./testing/dmz-view";
import { trace } from "./trace";
import { traceSentence } from "./trace-sentence";

const NOW = new Date("2026-11-23T12:00:00Z");
const INTERNET = "198.51.100.7";
const tcp = (from: string, to: string, port: number): Packet => ({
  ...{ from, to, protocol: "tcp", port },
});

const view = dmzView();
const told = (packet: Packet) => {
  const found = trace(view, packet, NOW);
  const { path, verdict, decider } = found;
  return {
    allowed: verdict.allowed,
    path: path.map(({ name }) => name).join(" > "),
    decider: decider?.name ?? null,
    rule: path.findLast(({ rule }) => rule !== undefined)?.rule ?? null,
    says: traceSentence(view, found),
  };
};

describe("a packet between two firewalls", () => {
  it("from home to the database ends at the inner firewall, at the rule of the cell", () => {
    expect(told(tcp("192.168.1.50", "192.168.3.200", 3306))).toEqual({
      allowed: false,
      path: "192.168.1.50 > home > fw2",
      decider: "fw2",
      rule: 'counter name "home_dmz.refused" drop',
      says: "fw2 drops it on the way from 192.168.1.50 (home) to db (dmz), port 3306/tcp: home → dmz allows other services only.",
    });
  });

  it("from home to the API passes the firewall and is let in by the server", () => {
    const { path, rule, decider } = told(tcp("192.168.1.50", "192.168.3.220", 6443));
    expect(path).toBe("192.168.1.50 > home > fw2 > dmz > master1");
    expect([decider, rule]).toEqual([
      "master1",
      'tcp dport { 6443 } counter name "home_dmz.kubernetes-api" accept',
    ]);
  });

  it("from the internet to a forwarded port goes where it leads", () => {
    const { path, says, decider } = told(tcp(INTERNET, "203.0.113.1", 2200));
    expect(path).toBe("198.51.100.7 > wan > 2200/tcp → 192.168.3.210:22 > fw1 > dmz > lb");
    expect([decider, says]).toEqual([
      "lb",
      "It passes from 198.51.100.7 (wan) to lb (dmz), port 22/tcp: port 2200/tcp is forwarded there.",
    ]);
  });

  it("from the internet to home ends at the outer firewall, not at the inner one", () => {
    const { path, decider } = told(tcp(INTERNET, "192.168.1.10", 22));
    expect(path).toBe("198.51.100.7 > wan > fw1");
    expect(decider).toBe("fw1");
  });

  it("from home to the internet passes both, and nobody is left to let it in", () => {
    const { path, allowed } = told(tcp("192.168.1.50", INTERNET, 443));
    expect(path).toBe("192.168.1.50 > home > fw2 > dmz > fw1 > wan > 198.51.100.7");
    expect(allowed).toBe(true);
  });

  it("to a firewall itself is judged there, without passing it", () => {
    const { path, rule } = told(tcp("192.168.1.50", "192.168.1.1", 22));
    expect(path).toBe("192.168.1.50 > home > fw2");
    expect(rule).toBe('counter name "home_home.all" accept');
  });

  it("within one network is judged by the receiver; a stranger there is guarded by nobody", () => {
    expect(told(tcp("192.168.3.210", "192.168.3.200", 23))).toMatchObject({
      ...{ allowed: false, path: "lb > dmz > db", decider: "db" },
    });
    expect(told(tcp("192.168.3.210", "192.168.3.9", 23))).toMatchObject({
      ...{ allowed: false, path: "lb > dmz", decider: null },
      says: "The policy refuses it from lb (dmz) to 192.168.3.9 (dmz), port 23/tcp: dmz → dmz allows other services only. But no host of the site stands in its way, so nothing stops it.",
    });
  });

  it("of the panel's own SSH is let in by its rule", () => {
    const { path, rule } = told(tcp("192.168.1.10", "192.168.3.200", 22));
    expect(path).toBe("192.168.1.10 > home > fw2 > dmz > db");
    expect(rule).toBe('ip saddr @panel4 tcp dport 22 counter name "panel.ssh" accept');
  });
});
