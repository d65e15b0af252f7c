import { isWithin, subnetsOf } from "./place";
import type { SiteHost, SiteView } from "./site-view";

/** A network that a firewall does not stand in itself, and the firewall that is one step nearer to it. */
export interface Route {
  readonly network: string;
  readonly via: string;
}

/**
 * Static routes that the firewall needs, so that answers find their way back through the others. What stands in
 * one of its own zones, and the internet, whose way the router has told it, need none.
 */
export function firewallRoutes(view: SiteView, host: SiteHost): readonly Route[] {
  const own = zonesOf(view, host.id);
  return view.site.zones
    .filter((zone) => zone.kind === "network" && !own.includes(zone.name))
    .flatMap((zone) => {
      const next = nextHop(view, host.id, zone.name);
      if (next === null) return [];
      return subnetsOf(view, zone).flatMap((network) => {
        const via = sharedAddress(view, { own, next, family: network });
        return via === null ? [] : [{ network, via }];
      });
    });
}

const zonesOf = ({ site }: SiteView, hostId: string): readonly string[] =>
  site.firewalls
    .find((firewall) => firewall.hostId === hostId)
    ?.interfaces.map(({ zone }) => zone) ?? [];

/** The neighbour through which the zone is reached over the fewest firewalls; null when it is not. */
function nextHop(view: SiteView, from: string, zone: string): SiteHost | null {
  const internet = view.site.zones.find(({ kind }) => kind === "internet")?.name;
  const neighbours = (id: string) => {
    const inside = zonesOf(view, id).filter((name) => name !== internet);
    return view.hosts.filter(
      (each) => each.id !== id && zonesOf(view, each.id).some((name) => inside.includes(name)),
    );
  };
  const seen = new Set([from]);
  let frontier = neighbours(from).map((first) => ({ at: first, first }));
  while (frontier.length > 0) {
    const found = frontier.find(({ at }) => zonesOf(view, at.id).includes(zone));
    if (found !== undefined) return found.first;
    for (const { at } of frontier) seen.add(at.id);
    frontier = frontier.flatMap(({ at, first }) =>
      neighbours(at.id)
        .filter(({ id }) => !seen.has(id))
        .map((next) => ({ at: next, first })),
    );
  }
  return null;
}

/** The neighbour's address in a zone that both stand in, of the network's family. */
function sharedAddress(
  view: SiteView,
  {
    own,
    next,
    family,
  }: { readonly own: readonly string[]; readonly next: SiteHost; readonly family: string },
): string | null {
  const shared = view.site.zones.filter(
    ({ name, kind }) =>
      kind === "network" && own.includes(name) && zonesOf(view, next.id).includes(name),
  );
  const networks = shared.flatMap((zone) => subnetsOf(view, zone));
  return (
    next.addresses.find(
      (address) =>
        address.includes(":") === family.includes(":") &&
        networks.some((network) => isWithin(address, network)),
    ) ?? null
  );
}
