import { lookup as dnsLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/**
 * Where no cluster is: link-local addresses, behind which clouds keep their metadata and its keys, and those metadata
 * addresses that are not link-local. Loopback and private networks are where clusters are at home.
 * Source: RFC 3927, RFC 4291; metadata: AWS, Alibaba Cloud and Oracle documentation.
 */
const FORBIDDEN = new BlockList();
FORBIDDEN.addSubnet("169.254.0.0", 16, "ipv4");
FORBIDDEN.addSubnet("fe80::", 10, "ipv6");
FORBIDDEN.addAddress("fd00:ec2::254", "ipv6");
for (const address of ["100.100.100.200", "192.0.0.192"]) FORBIDDEN.addAddress(address, "ipv4");

/** Whether the panel never connects there; an IPv4 address written as IPv6 is judged as what it is. */
export function isForbidden(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && FORBIDDEN.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Looks a name up for the very connection that is made, and fails when any of its addresses is forbidden. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "");
    if (addresses.some(({ address }) => isForbidden(address)))
      return callback(Object.assign(new Error("forbidden address"), { code: "FORBIDDEN" }), "");
    if (options.all === true) return callback(null, addresses);
    const [first] = addresses;
    callback(null, first?.address ?? "", first?.family ?? 4);
  });
};
