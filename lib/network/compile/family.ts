/** The two families of addresses, as nft spells what belongs to each. */
export const FAMILIES = [
  { version: 4, ip: "ip", addressType: "ipv4_addr" },
  { version: 6, ip: "ip6", addressType: "ipv6_addr" },
] as const;
export type Family = (typeof FAMILIES)[number];

const isOf = ({ version }: Family, address: string) => address.includes(":") === (version === 6);

/** Those addresses or networks that are of the family. */
export const ofFamily = (family: Family, addresses: readonly string[]): readonly string[] =>
  addresses.filter((address) => isOf(family, address));

/** One address or network, or several as an anonymous set. */
export const among = (addresses: readonly string[]): string =>
  addresses.length === 1 ? (addresses[0] ?? "") : `{ ${[...addresses].sort().join(", ")} }`;
