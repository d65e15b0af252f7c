import type { Rule } from "./rule";

const always = (match: string, counter: string, verdict = "accept"): Rule => ({
  match: [match],
  counter: `always.${counter}`,
  verdict,
  origin: { kind: "always" },
});

/** Answers pass, what belongs to no connection does not. First in every chain: most packets end here. */
export const ANSWERS: readonly Rule[] = [
  always("ct state established,related", "answers"),
  always("ct state invalid", "invalid", "drop"),
];

/** A base chain without it would drop what is only passing by. */
export const NOT_FOR_THIS_HOST = always("fib daddr type != local", "passing");
export const LOOPBACK = always('iifname "lo"', "loopback");

/**
 * Errors of other routers, and what IPv6 lives on: neighbours, routers, addresses by DHCPv6. Source: RFC 4890
 * section 4.4 (ICMPv6), RFC 1812 section 4.3 (ICMP errors), RFC 8415 section 7.2 (port 546).
 */
export const BASICS: readonly Rule[] = [
  always("icmp type { destination-unreachable, time-exceeded, parameter-problem }", "errors"),
  always(
    "icmpv6 type { destination-unreachable, packet-too-big, time-exceeded, parameter-problem }",
    "errors",
  ),
  always(
    "icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert, mld-listener-query }",
    "neighbours",
  ),
  always("ip6 saddr fe80::/10 udp dport 546", "dhcpv6"),
];
