import { dmzSite, flatSite } from "@/lib/network/presets";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import { type SiteSpecInput, siteSpec } from "@/lib/schemas/site";

const PODS = ["10.42.0.0/16"];

const host = (name: string, address: string, role: SiteHost["role"] = null): SiteHost => ({
  id: name,
  name,
  role,
  addresses: [address],
  sshPort: 22,
  interfaces: ["eth0"],
});

/** The reference cluster between its two firewalls; the panel is at home. */
export function dmzView(change: (site: SiteSpecInput) => SiteSpecInput = (site) => site): SiteView {
  const site = dmzSite({
    home: "192.168.1.0/24",
    dmz: "192.168.3.0/24",
    loadBalancer: "192.168.3.210",
    admin: null,
    firewalls: [
      {
        hostId: "fw1",
        interfaces: [
          { name: "wan", zone: "wan" },
          { name: "dmz", zone: "dmz" },
        ],
      },
      {
        hostId: "fw2",
        interfaces: [
          { name: "dmz", zone: "dmz" },
          { name: "home", zone: "home" },
        ],
      },
    ],
  });
  return {
    site: siteSpec.parse(change(site)),
    podSubnets: PODS,
    panel: ["192.168.1.10"],
    hosts: [
      {
        ...host("fw1", "192.168.3.1"),
        addresses: ["192.168.3.1", "203.0.113.1"],
        interfaces: ["wan", "dmz"],
      },
      {
        ...host("fw2", "192.168.3.2"),
        addresses: ["192.168.3.2", "192.168.1.1"],
        interfaces: ["dmz", "home"],
      },
      host("lb", "192.168.3.210", "load-balancer"),
      host("db", "192.168.3.200", "datastore"),
      host("master1", "192.168.3.220", "server"),
      host("master2", "192.168.3.221", "server"),
      host("worker1", "192.168.3.230", "agent"),
      host("worker2", "192.168.3.231", "agent"),
    ],
  };
}

/** The reference cluster in one network. */
export const flatView = (): SiteView => ({
  site: siteSpec.parse(flatSite({ home: "192.168.1.0/24" })),
  podSubnets: PODS,
  panel: ["192.168.1.10"],
  hosts: [
    host("lb", "192.168.1.210", "load-balancer"),
    host("db", "192.168.1.200", "datastore"),
    host("master1", "192.168.1.220", "server"),
    host("master2", "192.168.1.221", "server"),
    host("worker1", "192.168.1.230", "agent"),
    host("worker2", "192.168.1.231", "agent"),
  ],
});

export const hostOf = (view: SiteView, name: string): SiteHost => {
  const found = view.hosts.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no host ${name}`);
  return found;
};
