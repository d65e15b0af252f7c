import ipaddr from "ipaddr.js";
import { z } from "zod";

/** Dotted quad only: "10.1" and "0x7f.1" are legal to some parsers and a trap here. */
const DOTTED_QUAD = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

export const isIpv4 = (text: string): boolean =>
  DOTTED_QUAD.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text);

/** Source: RFC 1123 section 2.1, RFC 1035 section 2.3.4 (63 per label, 253 in all). */
const DNS_NAME =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** A name, and not something that only looks like an address ("192.168.1.300"). */
export const isDnsName = (text: string): boolean => DNS_NAME.test(text) && !/^[\d.]+$/.test(text);

export const ipv4 = z
  .string()
  .trim()
  .refine(isIpv4, "Write an IPv4 address such as 192.168.1.210: four parts, each 0 to 255.");

export const dnsName = z
  .string()
  .trim()
  .refine(isDnsName, "Write a name of letters, digits and dashes, such as gandalf9.ddns.net.");

export const ipOrDnsName = z
  .string()
  .trim()
  .refine(
    (text) => isIpv4(text) || isDnsName(text) || ipaddr.IPv6.isValid(text),
    "Write an address such as 192.168.1.210, or a name such as gandalf9.ddns.net.",
  );

/** A network address with its prefix, host bits zero: "10.42.0.0/16". */
export const cidr4 = z
  .string()
  .trim()
  .superRefine((text, ctx) => {
    const [address = "", prefix = ""] = text.split("/");
    if (!isIpv4(address) || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32) {
      ctx.addIssue("Write a network such as 10.42.0.0/16.");
      return;
    }
    const network = ipaddr.IPv4.networkAddressFromCIDR(text).toString();
    if (network !== address)
      ctx.addIssue(`${text} is an address inside a network: write ${network}/${prefix}.`);
  });

/** A network of either family with its prefix, host bits zero: "192.168.3.0/24", "fd00:3::/64". */
export const cidr = z
  .string()
  .trim()
  .toLowerCase()
  .superRefine((text, ctx) => {
    const network = networkOf(text);
    if (network === null) ctx.addIssue("Write a network such as 192.168.3.0/24 or fd00:3::/64.");
    else if (network !== text)
      ctx.addIssue(`${text} is an address inside a network: write ${network}.`);
  });

/** The network that the text's address lies in, in its usual form; null for what is no such text. */
function networkOf(text: string): string | null {
  const [address = "", prefix = "", more] = text.split("/");
  if (more !== undefined || !/^\d{1,3}$/.test(prefix)) return null;
  const isFour = isIpv4(address);
  if (!isFour && !address.includes(":")) return null;
  const family = isFour ? ipaddr.IPv4 : ipaddr.IPv6;
  if (!family.isValidCIDR(text)) return null;
  return `${family.networkAddressFromCIDR(text).toString()}/${Number(prefix)}`;
}

/** TCP or UDP port. */
export const port = z.coerce
  .number()
  .int()
  .min(1, "Ports are 1 to 65535.")
  .max(65_535, "Ports are 1 to 65535.");

/** Whether two networks share an address. Both in CIDR form; of two families, or wrong input: never. */
export function cidrOverlap(a: string, b: string): boolean {
  if (!ipaddr.isValidCIDR(a) || !ipaddr.isValidCIDR(b)) return false;
  const [addressA, prefixA] = ipaddr.parseCIDR(a);
  const [addressB, prefixB] = ipaddr.parseCIDR(b);
  return (
    addressA.kind() === addressB.kind() && addressA.match(addressB, Math.min(prefixA, prefixB))
  );
}
