import ipaddr from "ipaddr.js";
import { subnetsOf, zoneOf } from "./place";
import type { SiteView } from "./site-view";

/** Stands for anybody on the internet. Source: RFC 5737 and RFC 3849, addresses for documentation. */
const ANYBODY = ["198.51.100.7", "2001:db8::7"];

/**
 * Addresses that a word stands for: an address itself, a host by id or name, a zone by somebody in it. Empty: it stands
 * for nothing.
 */
export function endsOf(view: SiteView, word: string): readonly string[] {
  if (ipaddr.isValid(word)) return [ipaddr.parse(word).toString()];
  const host = view.hosts.find(({ id, name }) => id === word || name === word);
  if (host !== undefined) return host.addresses;
  const zone = view.site.zones.find(({ name }) => name === word);
  if (zone === undefined) return [];
  if (zone.kind === "internet") return ANYBODY.filter((each) => zoneOf(view, each) === zone);
  const own = view.hosts
    .flatMap(({ addresses }) => addresses)
    .filter((address) => zoneOf(view, address) === zone);
  return own.length > 0 ? own : subnetsOf(view, zone).map(strangerIn);
}

/** An address of the network that is seldom anybody's: the last but four. */
function strangerIn(network: string): string {
  const [base, prefix] = ipaddr.parseCIDR(network);
  const bytes = base.toByteArray();
  const free = bytes.length * 8 - prefix;
  const last = bytes.length - 1;
  if (free >= 3) bytes[last] = ((bytes[last] ?? 0) | (free >= 8 ? 0xff : (1 << free) - 1)) - 4;
  return ipaddr.fromByteArray(bytes).toString();
}
