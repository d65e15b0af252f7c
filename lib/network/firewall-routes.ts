import type { Route } from "@/lib/render/nftables/host-file";
import { isWithin, subnetsOf, zoneOf } from "./place";
import type { SiteHost, SiteView } from "./site-view";

/**
 * Static routes that a host needs, so that answers go the way that questions came: a firewall that sees only one half of a
 * connection drops it. What stands in one of its own zones, and the internet, whose way the router has told it, need
 * none; nor does what lies behind the same firewall as the internet, for a host that is no firewall itself.
 */
export function firewallRoutes(view: SiteView, host: SiteHost): readonly Route[] {
  const own = zonesOf(view, host.id);
  const isFirewall = legsOf(view, host.id) !== undefined;
  const internet = view.site.zones.find(({ kind }) => kind === "internet");
  const usual = isFirewall || internet === undefined ? null : nextHop(view, host.id, internet.name);
  return view.site.zones
    .filter((zone) => zone.kind === "network" && !own.includes(zone.name))
    .flatMap((zone) => {
      const next = nextHop(view, host.id, zone.name);
      if (next === null || next.id === usual?.id) return [];
      return subnetsOf(view, zone).flatMap((network) => {
        const via = sharedAddress(view, { own, next, family: network });
        return via === null ? [] : [{ network, via }];
      });
    });
}

const legsOf = ({ site }: SiteView, hostId: string) =>
  site.firewalls.find((firewall) => firewall.hostId === hostId)?.interfaces;

/** Of a firewall, where its interfaces lead; of any other host, where it has an address. */
function zonesOf(view: SiteView, hostId: string): readonly string[] {
  const legs = legsOf(view, hostId);
  if (legs !== undefined) return legs.map(({ zone }) => zone);
  const addresses = view.hosts.find(({ id }) => id === hostId)?.addresses ?? [];
  const zones = addresses.map((address) => zoneOf(view, address));
  return [...new Set(zones.filter(({ kind }) => kind === "network").map(({ name }) => name))];
}

/** The neighbour through which the zone is reached over the fewest firewalls; null when it is not. */
function nextHop(view: SiteView, from: string, zone: string): SiteHost | null {
  const internet = view.site.zones.find(({ kind }) => kind === "internet")?.name;
  const neighbours = (id: string) => {
    const inside = zonesOf(view, id).filter((name) => name !== internet);
    return view.hosts.filter(
      (each) =>
        each.id !== id && legsOf(view, each.id)?.some(({ zone: name }) => inside.includes(name)),
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
