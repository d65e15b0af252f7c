import ipaddr from "ipaddr.js";

/** A network or a single address. */
export type AddressRange = readonly [network: ipaddr.IPv4 | ipaddr.IPv6, prefix: number];

/** "10.0.0.0/8", "127.0.0.1" or "::1" as a range; null when it is neither. */
export function parseAddressRange(text: string): AddressRange | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.parse(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/** One spelling per address: "::ffff:10.0.0.1" is "10.0.0.1". Null when it is no address. */
const normalise = (text: string): string | null =>
  ipaddr.isValid(text) ? ipaddr.process(text).toString() : null;

/** Whether the address lies in one of the ranges. */
export function isWithin(address: string, ranges: readonly AddressRange[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return ranges.some(
    ([network, prefix]) => network.kind() === parsed.kind() && parsed.match(network, prefix),
  );
}

interface Peer {
  /** Address of the other end of the connection. */
  readonly socketAddress: string | undefined;
  /** Value of X-Forwarded-For, if any. */
  readonly forwardedFor: string | undefined;
  readonly trustedProxies: readonly AddressRange[];
}

/**
 * The address a request comes from. X-Forwarded-For is read from its end, and only as long as the
 * hop that added the entry is a configured proxy: whoever writes the header himself gains nothing.
 */
export function clientAddress({ socketAddress, forwardedFor, trustedProxies }: Peer): string {
  let address = normalise(socketAddress ?? "") ?? "unknown";
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  while (isWithin(address, trustedProxies)) {
    const next = normalise(hops.pop() ?? "");
    if (next === null) break;
    address = next;
  }
  return address;
}
