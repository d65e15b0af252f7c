import { describe, expect, it } from "vitest";
import { firewallRoutes } from "./firewall-routes";
import { dmzView, hostOf } from "./testing/dmz-view";

describe("routes between firewalls", () => {
  it("lead the outer firewall home through the inner one, and nowhere else", () => {
    const view = dmzView();
    expect(firewallRoutes(view, hostOf(view, "fw1"))).toEqual([
      { network: "192.168.1.0/24", via: "192.168.3.2" },
    ]);
    expect(firewallRoutes(view, hostOf(view, "fw2"))).toEqual([]);
  });

  it("lead other hosts past the firewall that has the internet behind it", () => {
    const view = dmzView();
    const pc = { ...hostOf(view, "lb"), id: "pc", name: "pc", addresses: ["192.168.1.10"] };
    const all = { ...view, hosts: [...view.hosts, pc] };
    expect(firewallRoutes(all, hostOf(all, "lb"))).toEqual([
      { network: "192.168.1.0/24", via: "192.168.3.2" },
    ]);
    expect(firewallRoutes(all, pc)).toEqual([]);
  });

  it("take the way over the fewest firewalls, also when they stand in a ring", () => {
    const hop = (name: string, ...addresses: string[]) => ({
      id: name,
      name,
      role: null,
      addresses,
      sshPort: 22,
      interfaces: [],
    });
    const legs = (hostId: string, ...zones: string[]) => ({
      hostId,
      interfaces: zones.map((zone, i) => ({ name: `eth${i}`, zone })),
    });
    const view = dmzView((site) => ({
      ...site,
      forwards: [],
      masquerade: [],
      cells: [],
      zones: [
        { name: "wan", kind: "internet" },
        ...["a", "b", "c", "d"].map((name, i) => ({
          name,
          kind: "network" as const,
          subnets: [`10.0.${i}.0/24`],
        })),
      ],
      firewalls: [
        legs("one", "wan", "a"),
        legs("two", "a", "b"),
        legs("three", "b", "c"),
        legs("four", "a", "d"),
        legs("five", "d", "c"),
        legs("six", "c", "a"),
      ],
    }));
    const hosts = [
      hop("one", "10.0.0.1"),
      hop("two", "10.0.0.2", "10.0.1.2"),
      hop("three", "10.0.1.3", "10.0.2.3"),
      hop("four", "10.0.0.4", "10.0.3.4"),
      hop("five", "10.0.3.5", "10.0.2.5"),
      hop("six", "10.0.2.6", "10.0.0.6"),
    ];
    const ring = { ...view, hosts };
    expect(firewallRoutes(ring, hostOf(ring, "one"))).toEqual([
      { network: "10.0.1.0/24", via: "10.0.0.2" },
      { network: "10.0.2.0/24", via: "10.0.0.6" },
      { network: "10.0.3.0/24", via: "10.0.0.4" },
    ]);
  });

  it("are none where nothing leads", () => {
    const view = dmzView((site) => ({ ...site, firewalls: site.firewalls?.slice(0, 1) }));
    expect(firewallRoutes(view, hostOf(view, "fw1"))).toEqual([]);
  });
});
