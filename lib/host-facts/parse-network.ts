import type { HostFacts, ListeningPort } from "@/lib/schemas/host-facts";

/** Interfaces that are not the host's own: the cluster's, and containers'. */
const FOREIGN = /^(lo|veth|cni|flannel|docker|br-|kube|cali|tunl|podman)/;

/** `ip -o link show` and `ip -o addr show`; the cluster's own interfaces are left out. */
export function parseInterfaces(
  links: readonly string[],
  addresses: readonly string[],
): HostFacts["interfaces"] {
  const found = new Map<string, HostFacts["interfaces"][number]>();
  for (const line of links) {
    const [, name] = /^\d+:\s+([^:@\s]+)/.exec(line) ?? [];
    if (name === undefined || FOREIGN.test(name)) continue;
    const mac = /link\/ether\s+([0-9a-f:]{17})/.exec(line)?.[1] ?? null;
    found.set(name, { name, mac, addresses: [] });
  }
  for (const line of addresses) {
    const [, name, cidr] = /^\d+:\s+([^:@\s]+)\s+inet6?\s+(\S+)/.exec(line) ?? [];
    if (name === undefined || cidr === undefined || FOREIGN.test(name)) continue;
    if (cidr.startsWith("fe80:")) continue;
    const known = found.get(name) ?? { name, mac: null, addresses: [] };
    const dynamic = /\sdynamic(\s|$)/.test(line);
    found.set(name, { ...known, addresses: [...known.addresses, { cidr, dynamic }] });
  }
  return [...found.values()];
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
