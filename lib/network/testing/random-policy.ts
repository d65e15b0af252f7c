import { BUILT_IN_SERVICES } from "@/lib/schemas/site-service";
import type { Packet } from "@/lib/network/decide";
import type { SiteView } from "@/lib/network/site-view";
import { type SiteSpecInput, siteSpec } from "@/lib/schemas/site";
import type { Random } from "./random";

/** Zones of every random policy, and the firewall's own address in each. */
export const ZONES = {
  wan: { subnets: [], own: ["203.0.113.1/32", "2001:db8::1/128"] },
  dmz: { subnets: ["192.168.3.0/24", "fd00:3::/64"], own: ["192.168.3.1/32", "fd00:3::1/128"] },
  home: { subnets: ["192.168.1.0/24", "fd00:1::/64"], own: ["192.168.1.1/32", "fd00:1::1/128"] },
  guest: { subnets: ["172.16.8.0/22", "10.7.0.0/16"], own: ["10.7.0.1/32"] },
} as const;
export type ZoneName = keyof typeof ZONES;
const NAMES = Object.keys(ZONES) as ZoneName[];

const HOSTS: Readonly<Record<ZoneName, readonly string[]>> = {
  wan: ["198.51.100.7", "8.8.8.8", "10.8.0.1", "2001:db8:5::7"],
  dmz: ["192.168.3.210", "192.168.3.200", "fd00:3::210"],
  home: ["192.168.1.50", "192.168.1.255", "fd00:1::50"],
  guest: ["10.7.3.4", "172.16.11.255"],
};
const PORTS = [1, 22, 53, 80, 123, 443, 2200, 3306, 6443, 8472, 10_250, 30_000, 32_767, 65_535];

/** The firewall's address that port forwards translate. */
export const PUBLIC = "203.0.113.1";

/** Any policy that the schema lets through, on one firewall between four zones. */
export function randomView(random: Random): SiteView {
  const names = BUILT_IN_SERVICES.map(({ name }) => name);
  const some = () => names.filter(() => random.chance(0.25));
  const ends = ["any", ...NAMES];
  const input: SiteSpecInput = {
    zones: NAMES.map((name) => ({
      name,
      kind: name === "wan" ? ("internet" as const) : ("network" as const),
      subnets: [...ZONES[name].subnets],
    })),
    services: [
      {
        name: "own",
        ports: [
          { protocol: "tcp", first: 1, last: 21 },
          { protocol: "udp", first: 1000, last: 65_535 },
        ],
      },
    ],
    cells: ends.flatMap((from) =>
      ends
        .filter(() => random.chance(0.6))
        .map((to) =>
          random.chance(0.3)
            ? { from, to, verdict: "deny" as const, log: random.chance(0.5) }
            : {
                from,
                to,
                verdict: "allow" as const,
                services: [...some(), "own"].slice(random.below(2)),
              },
        ),
    ),
    exceptions: Array.from({ length: random.below(4) }, () => randomException(random, names)),
    forwards: PORTS.slice(0, random.below(5)).map((port) => ({
      protocol: random.chance(0.5) ? ("tcp" as const) : ("udp" as const),
      port,
      to: random.pick(["192.168.3.210", "192.168.1.50"]),
      toPort: random.pick(PORTS),
      from: random.chance(0.3) ? ["198.51.100.0/24"] : [],
    })),
    masquerade: NAMES.slice(1).filter(() => random.chance(0.5)),
    firewalls: [{ hostId: "fw", interfaces: NAMES.map((name) => ({ name, zone: name })) }],
  };
  const addresses = NAMES.flatMap((name) => ZONES[name].own.map((own) => own.split("/")[0] ?? ""));
  return {
    site: siteSpec.parse(input),
    podSubnets: [],
    panel: random.chance(0.5) ? ["192.168.1.50"] : ["198.51.100.7", "fd00:1::50"],
    hosts: [
      { id: "fw", name: "fw", role: null, addresses, sshPort: 22, interfaces: NAMES },
      {
        id: "lb",
        name: "lb",
        role: null,
        addresses: ["192.168.3.210", "fd00:3::210"],
        sshPort: 2200,
        interfaces: [],
      },
    ],
  };
}

function randomException(random: Random, services: readonly string[]) {
  const net = (address: string) => (address.includes(":") ? `${address}/128` : `${address}/32`);
  const from = random.pick(HOSTS[random.pick(NAMES)]);
  const sameFamily = Object.values(HOSTS)
    .flat()
    .filter((address) => address.includes(":") === from.includes(":"));
  return {
    verdict: random.chance(0.5) ? ("allow" as const) : ("deny" as const),
    from: net(from),
    to: net(random.pick(sameFamily)),
    service: random.chance(0.5) ? random.pick(services) : null,
    until: random.chance(0.3) ? "2099-01-01T00:00:00Z" : null,
    reason: "random",
  };
}

/** A packet, and the zone whose wire it comes from. */
export type Sent = Packet & { readonly zone: ZoneName };

/** A packet between two zones, to the firewall itself, or to a port that may be forwarded. */
export function randomPacket(random: Random, { hosts }: SiteView): Sent {
  const zone = random.pick(NAMES);
  const from = random.pick(HOSTS[zone]);
  const elsewhere = NAMES.filter((name) => name !== zone).flatMap((name) => HOSTS[name]);
  const all = [...elsewhere, ...(hosts[0]?.addresses ?? [])];
  const to = random.pick(all.filter((each) => each.includes(":") === from.includes(":")));
  const protocol = random.pick(["tcp", "tcp", "udp", "icmp-echo"] as const);
  return { zone, from, to, protocol, port: protocol === "icmp-echo" ? 0 : random.pick(PORTS) };
}
