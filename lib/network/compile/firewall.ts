import type { SiteView } from "@/lib/network/site-view";
import { ANSWERS, BASICS } from "./always";
import type { Pair } from "./cell-chain";
import { dispatch } from "./dispatch";
import { among, FAMILIES } from "./family";
import { exceptionRules, forwardedHere, forwardName, forwardRules } from "./grants";
import { panelThrough } from "./panel";
import type { Chain, Rule } from "./rule";
import { zoneMatch } from "./zone-match";

/** Every pair of zones may pass a firewall; those of one zone, when it routes between subnets of it. */
export const pairsThrough = (view: SiteView): readonly Pair[] =>
  view.site.zones.flatMap((from) => view.site.zones.map((to) => ({ from, to })));

/** What passes through, from zone to zone. */
export const throughChain = (view: SiteView, at: Date): Chain => ({
  name: "through",
  base: "type filter hook forward priority filter; policy drop;",
  rules: [
    ...ANSWERS,
    ...BASICS,
    ...panelThrough,
    ...exceptionRules(view, at),
    ...forwardRules(view.site.forwards),
    ...dispatch(view, pairsThrough(view)),
  ],
});

/** Refuses senders that cannot be where they say. 0.0.0.0 and :: ask for an address of their own. Source: RFC 2827. */
export const sendersChain: Chain = {
  name: "senders",
  base: "type filter hook prerouting priority raw; policy accept;",
  rules: [
    {
      match: ["ip saddr != 0.0.0.0 fib saddr . iif oif missing"],
      counter: "always.forged",
      verdict: "drop",
      origin: { kind: "always" },
    },
    {
      match: ["ip6 saddr != { ::, fe80::/10 } fib saddr . iif oif missing"],
      counter: "always.forged",
      verdict: "drop",
      origin: { kind: "always" },
    },
  ],
};

/** Leads ports of the public address to hosts inside. */
export const forwardChain = (view: SiteView, outside: readonly string[]): Chain => ({
  name: "coming",
  base: "type nat hook prerouting priority dstnat; policy accept;",
  rules: view.site.forwards.map((forward) => ({
    match: forwardedHere(forward, outside),
    counter: forwardName(forward),
    verdict: `dnat ip to ${forward.to}:${forward.toPort}`,
    origin: { kind: "forward", forward },
  })),
});

/** Gives what leaves for the internet this firewall's own address (IPv4). */
export const masqueradeChain = (view: SiteView, outside: readonly string[]): Chain => ({
  name: "leaving",
  base: "type nat hook postrouting priority srcnat; policy accept;",
  rules: view.site.zones
    .filter(({ name }) => view.site.masquerade.includes(name))
    .flatMap((zone): readonly Rule[] => {
      const from = zoneMatch(view, zone, { family: FAMILIES[0], side: "saddr" });
      if (from === null) return [];
      return [
        {
          match: [`oifname ${among(outside.map((name) => `"${name}"`))}`, from],
          counter: `masquerade_${zone.name}`,
          verdict: "masquerade",
          origin: { kind: "masquerade", zone: zone.name },
        },
      ];
    }),
});
