import { describe, expect, it } from "vitest";
import { decide, type Packet } from "./decide";
import { dmzView } from "./testing/dmz-view";

const NOW = new Date("2026-11-23T12:00:00Z");
const INTERNET = "198.51.100.7";
const tcp = (from: string, to: string, port: number): Packet => ({
  from,
  to,
  protocol: "tcp",
  port,
});

describe("what the policy of two firewalls says", () => {
  const view = dmzView();
  const allowed = (packet: Packet) => decide(view, packet, NOW).allowed;

  it.each([
    ["the web from outside reaches the load balancer", tcp(INTERNET, "192.168.3.210", 443), true],
    ["SSH from outside reaches what 2200 leads to", tcp(INTERNET, "192.168.3.210", 22), true],
    ["the database is closed to the internet", tcp(INTERNET, "192.168.3.200", 3306), false],
    ["home is closed to the internet", tcp(INTERNET, "192.168.1.10", 22), false],
    ["home goes anywhere outside", tcp("192.168.1.50", INTERNET, 12_345), true],
    ["home does not reach the database", tcp("192.168.1.50", "192.168.3.200", 3306), false],
    ["what is exposed does not reach home", tcp("192.168.3.210", "192.168.1.50", 22), false],
    ["servers reach the database", tcp("192.168.3.220", "192.168.3.200", 3306), true],
    ["pods reach each other", tcp("10.42.0.7", "10.42.1.9", 8080), true],
    ["pods reach the API of a node", tcp("10.42.0.7", "192.168.3.220", 6443), true],
    ["pods do not reach SSH of a node", tcp("10.42.0.7", "192.168.3.220", 22), false],
    ["pods do not reach home", tcp("10.42.0.7", "192.168.1.50", 80), false],
  ])("%s", (_, packet, expected) => {
    expect(allowed(packet)).toBe(expected);
  });

  it("lets the panel's SSH pass to every host, whatever the cells say", () => {
    expect(decide(view, tcp("192.168.1.10", "192.168.3.200", 22), NOW)).toEqual({
      allowed: true,
      by: { kind: "panel" },
    });
    expect(allowed(tcp("192.168.1.10", "192.168.3.200", 3306))).toBe(false);
  });

  it("names the cell and the service that decided", () => {
    expect(decide(view, tcp("192.168.1.50", "192.168.3.210", 443), NOW).by).toMatchObject({
      kind: "cell",
      cell: { from: "home", to: "dmz" },
      service: "https",
    });
  });
});

describe("exceptions", () => {
  const view = dmzView((site) => ({
    ...site,
    exceptions: [
      {
        verdict: "allow",
        from: "192.168.1.50/32",
        to: "192.168.3.200/32",
        service: "datastore",
        until: "2026-11-24T00:00:00Z",
        reason: "looking at the database",
      },
    ],
  }));
  const ask = (at: string) =>
    decide(view, tcp("192.168.1.50", "192.168.3.200", 3306), new Date(at)).allowed;

  it("stand before cells until they end", () => {
    expect(ask("2026-11-23T23:59:59Z")).toBe(true);
    expect(ask("2026-11-24T00:00:00Z")).toBe(false);
  });
});

describe("cells of any", () => {
  const view = dmzView((site) => ({
    ...site,
    cells: [
      { from: "any", to: "any", verdict: "allow", services: ["ping"] },
      { from: "any", to: "dmz", verdict: "allow", services: ["https"] },
      { from: "home", to: "any", verdict: "deny" },
      { from: "home", to: "dmz", verdict: "allow", services: ["ssh"] },
    ],
  }));
  const by = (from: string, to: string) => {
    const verdict = decide(view, tcp(from, to, 1), NOW).by;
    return verdict.kind === "cell" ? [verdict.cell.from, verdict.cell.to] : verdict.kind;
  };

  it("decide only where nothing more exact is said, the row before the column", () => {
    expect(by("192.168.1.50", "192.168.3.9")).toEqual(["home", "dmz"]);
    expect(by("192.168.1.50", "198.51.100.7")).toEqual(["home", "any"]);
    expect(by("192.168.3.9", "192.168.3.8")).toEqual(["any", "dmz"]);
    expect(by("192.168.3.9", "192.168.1.50")).toEqual(["any", "any"]);
  });
});
