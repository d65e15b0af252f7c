import ipaddr from "ipaddr.js";
import { isWithin } from "@/lib/network/place";
import type { HostRow } from "@/lib/schemas/host";
import type { HostFacts } from "@/lib/schemas/host-facts";
import type { Firewall, Zone } from "@/lib/schemas/site";

/** Made by k3s, Docker or the kernel itself: they lead to no network of the house. */
const NOT_OURS = /^(lo|cni|flannel|veth|docker|br-|virbr|kube|cali|tun|wg)/;

/** The IPv4 networks that a host stands in, in CIDR form: ["192.168.1.0/24"]. */
export const networksOf = (facts: HostFacts | null): readonly string[] =>
  legsOf(facts).map(({ network }) => network);

interface Leg {
  readonly name: string;
  readonly address: string;
  readonly network: string;
}

function legsOf(facts: HostFacts | null): readonly Leg[] {
  return (facts?.interfaces ?? [])
    .filter(({ name }) => !NOT_OURS.test(name))
    .flatMap(({ name, addresses }) =>
      addresses.flatMap(({ cidr }) => {
        const [address = "", prefix = ""] = cidr.split("/");
        if (!ipaddr.IPv4.isValidCIDR(cidr) || address.startsWith("169.254.")) return [];
        const network = `${ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()}/${prefix}`;
        return [{ name, address, network }];
      }),
    );
}

/** Every network that these hosts stand in, the most common first. */
export function commonNetworks(hosts: readonly HostRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const host of hosts)
    for (const network of new Set(networksOf(host.facts)))
      counts.set(network, (counts.get(network) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([network]) => network);
}

/** Where each interface of a host leads, as its addresses say; outside every zone: to the internet. */
export function guessInterfaces(
  facts: HostFacts | null,
  zones: readonly Pick<Zone, "name" | "kind" | "subnets">[],
): Firewall["interfaces"] {
  const internet = zones.find(({ kind }) => kind === "internet")?.name;
  return legsOf(facts).flatMap(({ name, address }) => {
    const inside = zones.find(({ subnets }) => subnets.some((net) => holds(net, address)));
    const zone = inside?.name ?? internet;
    return zone === undefined ? [] : [{ name, zone }];
  });
}

/** False for what is not yet a network: somebody is typing it. */
const holds = (network: string, address: string): boolean =>
  ipaddr.isValidCIDR(network) && isWithin(address, network);
