import type { HostFacts, ListeningPort } from "@/lib/schemas/host-facts";

/** Interfaces that are not the host's own: the cluster's, and containers'. */
const FOREIGN = /^(lo|veth|cni|flannel|docker|br-|kube|cali|tunl|podman)/;

type Interface = HostFacts["interfaces"][number];

/** `ip -o link show` and `ip -o addr show`; the cluster's own interfaces are left out. */
export function parseInterfaces(
  links: readonly string[],
  addresses: readonly string[],
): Interface[] {
  const found = new Map<string, Interface>();
  for (const line of links) {
    const name = nameIn(line);
    const mac = /link\/ether\s+([0-9a-f:]{17})/.exec(line)?.[1] ?? null;
    if (name !== null) found.set(name, { name, mac, addresses: [] });
  }
  for (const line of addresses) {
    const name = nameIn(line);
    const cidr = /\sinet6?\s+(\S+)/.exec(line)?.[1];
    if (name === null || cidr === undefined || cidr.startsWith("fe80:")) continue;
    const known = found.get(name) ?? { name, mac: null, addresses: [] };
    const dynamic = /\sdynamic(\s|$)/.test(line);
    found.set(name, { ...known, addresses: [...known.addresses, { cidr, dynamic }] });
  }
  return [...found.values()];
}

/** The interface of an `ip -o` line, unless it is the cluster's or a container's. */
function nameIn(line: string): string | null {
  const name = /^\d+:\s+([^:@\s]+)/.exec(line)?.[1];
  return name === undefined || FOREIGN.test(name) ? null : name;
}

/** The first default route's router. */
export const parseGateway = (routes: readonly string[]): string | null =>
  /^default via (\S+)/.exec(routes[0] ?? "")?.[1] ?? null;

/** `ss -H -lntup` lines. */
export function parseListening(lines: readonly string[]): ListeningPort[] {
  return lines.flatMap((line) => {
    const [protocol, , , , local = ""] = line.trim().split(/\s+/);
    const [, address = "", port] = /^(.*):(\d+)$/.exec(local) ?? [];
    if ((protocol !== "tcp" && protocol !== "udp") || port === undefined) return [];
    const program = /users:\(\("([^"]+)"/.exec(line)?.[1] ?? null;
    return [{ protocol, address: address.replace(/%.*$/, ""), port: Number(port), program }];
  });
}
