import ipaddr from "ipaddr.js";
import { isIpv4 } from "@/lib/schemas/network";

/** An IP address in its usual form: no octal or short IPv4, no zone, fit for any configuration file. */
export const isAddress = (text: string): boolean =>
  isIpv4(text) || (/^[0-9a-f:.]+$/i.test(text) && ipaddr.IPv6.isValid(text));
