import { BlockList, isIP } from "node:net";

/** What an address is to a panel that downloads: "forbidden" is never spoken to. */
export type AddressKind = "public" | "private" | "forbidden";

/** Which addresses a download may have, and how long a server may keep quiet. */
export interface Reach {
  kindOf(address: string): AddressKind;
  /** Until the headers of an answer are there. */
  readonly answerTimeoutMs: number;
  /** Without a single byte. */
  readonly idleTimeoutMs: number;
}

/** Source: RFC 1918, RFC 6598 (shared), RFC 4193 (unique local). A mirror in the home network is the point of one. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"];

/**
 * This machine itself, link-local (where clouds keep their metadata and its keys), multicast, reserved, and the
 * metadata addresses that are not link-local. Source: RFC 6890; metadata: AWS, Alibaba Cloud and Oracle documentation.
 */
const FORBIDDEN = [
  ...["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/128", "::1/128", "fe80::/10", "fec0::/10", "ff00::/8"],
  ...["fd00:ec2::254/128", "100.100.100.200/32", "192.0.0.192/32"],
];

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", prefix] = range.split("/");
    list.addSubnet(network, Number(prefix), isIP(network) === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

const isPrivate = listOf(PRIVATE);
const isForbidden = listOf(FORBIDDEN);

/** Judges an address; an IPv4 address that is written as IPv6 (::ffff:…) is judged as what it is. */
export function addressKind(address: string): AddressKind {
  const family = isIP(address);
  if (family === 0) return "forbidden";
  const type = family === 6 ? "ipv6" : "ipv4";
  if (isForbidden.check(address, type)) return "forbidden";
  return isPrivate.check(address, type) ? "private" : "public";
}

/** What a panel in use keeps to. */
export const publicReach: Reach = {
  kindOf: addressKind,
  answerTimeoutMs: 20_000,
  idleTimeoutMs: 30_000,
};
