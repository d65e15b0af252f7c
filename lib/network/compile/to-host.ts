import { runsPods } from "@/lib/network/decide";
import { zoneOf } from "@/lib/network/place";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import type { Zone } from "@/lib/schemas/site";
import { ANSWERS, BASICS, LOOPBACK, NOT_FOR_THIS_HOST } from "./always";
import type { Pair } from "./cell-chain";
import { dispatch } from "./dispatch";
import { exceptionRules, forwardedHere, forwardName, forwardRules } from "./grants";
import { panelToHost } from "./panel";
import { podsAlways } from "./pods";
import type { Chain, Rule } from "./rule";

export interface HostPlace {
  readonly host: SiteHost;
  /** Interfaces to the internet; empty on any other host. */
  readonly outside: readonly string[];
}

/** Zones that the host has an address in; a firewall also has one outside, which may change. */
function zonesAt(view: SiteView, { host, outside }: HostPlace): readonly Zone[] {
  const own = new Set(host.addresses.map((address) => zoneOf(view, address)));
  return view.site.zones.filter(
    (zone) =>
      own.has(zone) ||
      (zone.kind === "internet" && outside.length > 0) ||
      (zone.kind === "pods" && runsPods(host.role)),
  );
}

/** Pairs of zones that end at this host. */
export const pairsToHost = (view: SiteView, place: HostPlace): readonly Pair[] =>
  zonesAt(view, place).flatMap((to) => view.site.zones.map((from) => ({ from, to })));

/**
 * What is for this host itself. Before any translation of addresses, because Kubernetes' node ports and load
 * balancers translate to pods, and an input chain would never see them.
 */
export function toHostChain(view: SiteView, place: HostPlace, at: Date): Chain {
  const pods = view.site.zones.find(({ kind }) => kind === "pods");
  return {
    name: "to_host",
    base: "type filter hook prerouting priority mangle; policy drop;",
    rules: [
      NOT_FOR_THIS_HOST,
      LOOPBACK,
      ...ANSWERS,
      ...BASICS,
      ...panelToHost(place.host),
      ...(pods === undefined || !runsPods(place.host.role) ? [] : podsAlways(view, pods)),
      ...(place.outside.length === 0 ? [] : view.site.forwards.map(translatedHere(place.outside))),
      ...exceptionRules(view, at),
      ...forwardRules(view.site.forwards.filter(({ to }) => place.host.addresses.includes(to))),
      ...dispatch(view, pairsToHost(view, place)),
    ],
  };
}

const translatedHere =
  (outside: readonly string[]) =>
  (forward: SiteView["site"]["forwards"][number]): Rule => ({
    match: forwardedHere(forward, outside),
    counter: `${forwardName(forward)}.came`,
    verdict: "accept",
    origin: { kind: "forward", forward },
  });
