import { describe, expect, it } from "vitest";
import { dmzView } from "@/lib/network/testing/dmz-view";
import { siteSpec, type SiteSpecInput } from "./site";

/** What the schema says about a changed reference site: path → message. */
function complaints(change: Partial<SiteSpecInput>): Record<string, string> {
  const parsed = siteSpec.safeParse({ ...dmzView().site, ...change });
  const issues = parsed.success ? [] : parsed.error.issues;
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}

const zones = (...subnets: readonly (readonly [string, string[]])[]) => [
  { name: "wan", kind: "internet" as const },
  ...subnets.map(([name, nets]) => ({ name, kind: "network" as const, subnets: nets })),
];
const bare = { cells: [], forwards: [], masquerade: [], firewalls: [] };

describe("a site's settings", () => {
  it("refuse subnets that share addresses, naming both", () => {
    const input = {
      ...bare,
      zones: zones(["dmz", ["192.168.0.0/16"]], ["home", ["192.168.1.0/24"]]),
    };
    expect(complaints(input)).toEqual({
      "zones.2.subnets.0":
        "192.168.1.0/24 shares addresses with 192.168.0.0/16 of dmz: every address is in one zone.",
    });
  });

  it.each([
    ["192.168.3.7/24", "192.168.3.7/24 is an address inside a network: write 192.168.3.0/24."],
    ["fd00:3::1/64", "fd00:3::1/64 is an address inside a network: write fd00:3::/64."],
    ["192.168.3.0", "Write a network such as 192.168.3.0/24 or fd00:3::/64."],
    ["192.168.3.0/33", "Write a network such as 192.168.3.0/24 or fd00:3::/64."],
    ["x; reboot/24", "Write a network such as 192.168.3.0/24 or fd00:3::/64."],
  ])("refuse %j as a network", (subnet, message) => {
    expect(complaints({ ...bare, zones: zones(["dmz", [subnet]]) })).toEqual({
      "zones.1.subnets.0": message,
    });
  });

  it("refuse names that are not zones or services", () => {
    expect(
      complaints({
        cells: [
          { from: "moon", to: "dmz", verdict: "allow", services: ["gopher"] },
          { from: "home", to: "dmz", verdict: "deny", services: ["ssh"] },
          { from: "home", to: "dmz", verdict: "allow" },
        ],
      }),
    ).toEqual({
      "cells.0.from": "There is no zone called moon.",
      "cells.0.services.0": "There is no service called gopher.",
      "cells.1.services": "A refusal takes everything: choose Allow and name what may pass.",
      "cells.2": "home → dmz is there twice.",
    });
  });

  it("refuse port 0, a port that leads to two places, and IPv6 in an IPv4 field", () => {
    const to = "192.168.3.210";
    expect(
      complaints({
        forwards: [
          { protocol: "tcp", port: 0, to, toPort: 22 },
          { protocol: "tcp", port: 443, to: "fd00::1", toPort: 443 },
        ],
      }),
    ).toMatchObject({
      "forwards.0.port": "Ports are 1 to 65535.",
      "forwards.1.to": "Write an IPv4 address such as 192.168.1.210: four parts, each 0 to 255.",
    });
    const twice = { protocol: "tcp" as const, port: 443, to, toPort: 443 };
    expect(complaints({ forwards: [twice, { ...twice, toPort: 8443 }] })).toEqual({
      "forwards.1.port": "443/tcp already leads somewhere else.",
    });
  });

  it("refuse an interface to pods, and a name that is no interface", () => {
    const firewalls = [
      { hostId: "fw1", interfaces: [{ name: "eth0", zone: "pods" }] },
      { hostId: "fw2", interfaces: [{ name: 'eth0"; drop', zone: "dmz" }] },
    ];
    expect(Object.keys(complaints({ firewalls }))).toContain("firewalls.1.interfaces.0.name");
    expect(complaints({ firewalls: firewalls.slice(0, 1) })).toEqual({
      "firewalls.0.interfaces.0.zone": "No interface leads to pods: choose a zone of the site.",
    });
  });
});
