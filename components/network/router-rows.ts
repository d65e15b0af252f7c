import type { HostRow } from "@/lib/schemas/host";
import type { SiteSpec } from "@/lib/schemas/site";
import { BUILT_IN_SERVICES } from "@/lib/schemas/site-service";
import type { SiteRow } from "@/lib/schemas/site-view-row";

/** One line of the router's own table of port forwards. */
export interface RouterRow {
  readonly protocol: "tcp" | "udp";
  readonly outside: string;
  /** Who gets it inside; null: the panel does not know the address. */
  readonly to: { readonly name: string; readonly address: string | null };
  readonly inside: string;
}

interface About {
  readonly spec: SiteSpec;
  readonly site: SiteRow;
  /** The inventory, for the outer firewall's address before the router; undefined while it is read. */
  readonly hosts: readonly HostRow[] | undefined;
}

/**
 * What to enter in the router. With a firewall before the internet: every forward, to that firewall, which
 * leads it on. Without one: what the matrix lets in from the internet, to the load balancer.
 */
export function routerRows(about: About): readonly RouterRow[] {
  const { spec } = about;
  const outer = outerFirewall(about);
  const forwards = spec.forwards.map(({ protocol, port, to, toPort }): RouterRow => {
    const name = about.site.hosts.find(({ address }) => address === to)?.name ?? to;
    return {
      protocol,
      outside: String(port),
      to: outer ?? { name, address: to },
      inside: String(outer === null ? toPort : port),
    };
  });
  return outer === null ? [...forwards, ...letIn(about)] : forwards;
}

function outerFirewall({ spec, site, hosts }: About): RouterRow["to"] | null {
  const internet = spec.zones.find(({ kind }) => kind === "internet")?.name;
  for (const { hostId, interfaces } of spec.firewalls) {
    const outside = interfaces.find(({ zone }) => zone === internet);
    if (outside === undefined) continue;
    const name = site.hosts.find(({ id }) => id === hostId)?.name ?? hostId;
    const facts = hosts?.find(({ id }) => id === hostId)?.facts ?? null;
    return { name, address: fourOf(facts, outside.name) };
  }
  return null;
}

/** An interface's IPv4 address. */
function fourOf(facts: HostRow["facts"], name: string): string | null {
  const addresses = facts?.interfaces.find((each) => each.name === name)?.addresses;
  return addresses?.find(({ cidr }) => !cidr.includes(":"))?.cidr.split("/")[0] ?? null;
}

/** TCP and UDP ports that cells let in from the internet, for the host that takes what comes from outside. */
function letIn({ spec, site }: About): readonly RouterRow[] {
  const internet = spec.zones.find(({ kind }) => kind === "internet")?.name;
  const balancer = site.hosts.find(({ role }) => role === "load-balancer");
  if (balancer === undefined) return [];
  const named = spec.cells
    .filter(
      ({ from, to, verdict }) => from === internet && to === balancer.zone && verdict === "allow",
    )
    .flatMap(({ services }) => services);
  return [...BUILT_IN_SERVICES, ...spec.services]
    .filter(({ name }) => named.includes(name))
    .flatMap(({ ports }) => ports)
    .flatMap((range): readonly RouterRow[] => {
      if (range.protocol === "icmp-echo") return [];
      const text = range.first === range.last ? `${range.first}` : `${range.first}-${range.last}`;
      const to = { name: balancer.name, address: balancer.address };
      return [{ protocol: range.protocol, outside: text, to, inside: text }];
    });
}
