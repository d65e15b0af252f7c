import { cellFor } from "@/lib/network/cell-for";
import { runsPods } from "@/lib/network/decide";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import { cellChain, cellChainName, type Pair, pairName } from "./cell-chain";
import {
  forwardChain,
  masqueradeChain,
  pairsThrough,
  sendersChain,
  throughChain,
} from "./firewall";
import { forwardName } from "./grants";
import { limitSets } from "./limit";
import { panelSets } from "./panel";
import { nodeSets, podsChain } from "./pods";
import type { Chain, Ruleset } from "./rule";
import { type HostPlace, pairsToHost, toHostChain } from "./to-host";
import { zoneSets } from "./zone-match";

/**
 * All rules of one host. Pure: the same view and time give the same text. `at` only leaves out exceptions that
 * have ended; those that end later do so by the host's own clock.
 */
export function compileHost(view: SiteView, host: SiteHost, at: Date): Ruleset {
  const place = placeOf(view, host);
  const chains = baseChains(view, place, at);
  const pairs = reached(view, place, chains);
  return {
    sets: [
      ...zoneSets(view),
      ...panelSets(view),
      ...nodeSets(view),
      ...pairs.filter((pair) => isLimited(view, pair)).flatMap((pair) => limitSets(pairName(pair))),
      ...view.site.forwards
        .filter(({ newPerMinute }) => newPerMinute !== null)
        .flatMap((forward) => limitSets(forwardName(forward))),
    ],
    chains: [...chains, ...pairs.map((pair) => cellChain(view, pair))],
  };
}

interface FirewallPlace extends HostPlace {
  readonly isFirewall: boolean;
}

function placeOf({ site }: SiteView, host: SiteHost): FirewallPlace {
  const firewall = site.firewalls.find(({ hostId }) => hostId === host.id);
  const internet = site.zones.find(({ kind }) => kind === "internet")?.name;
  const outside = (firewall?.interfaces ?? []).filter(({ zone }) => zone === internet);
  return { host, isFirewall: firewall !== undefined, outside: outside.map(({ name }) => name) };
}

function baseChains(view: SiteView, place: FirewallPlace, at: Date): readonly Chain[] {
  const { host, isFirewall, outside } = place;
  const pods = view.site.zones.find(({ kind }) => kind === "pods");
  return [
    ...(isFirewall ? [sendersChain] : []),
    toHostChain(view, place, at),
    ...(isFirewall ? [throughChain(view, at)] : []),
    ...(pods !== undefined && runsPods(host.role) ? [podsChain(view, pods, at)] : []),
    ...(outside.length > 0 ? [forwardChain(view, outside), masqueradeChain(view, outside)] : []),
  ];
}

/** Pairs of zones that the chains lead to, in the matrix' order. */
function reached(view: SiteView, place: FirewallPlace, chains: readonly Chain[]): readonly Pair[] {
  const wanted = new Set(chains.flatMap(({ rules }) => rules.map(({ verdict }) => verdict)));
  const all = [...pairsThrough(view), ...pairsToHost(view, place)];
  const unique = new Map(all.map((pair) => [pairName(pair), pair]));
  return [...unique.values()].filter((pair) => wanted.has(`goto ${cellChainName(pair)}`));
}

function isLimited({ site }: SiteView, { from, to }: Pair): boolean {
  const cell = cellFor(site, from.name, to.name);
  return cell !== null && cell.verdict === "allow" && cell.newPerMinute !== null;
}
