import { runsPods } from "./decide";
import { zoneOf } from "./place";
import type { SiteHost, SiteView } from "./site-view";

/** A firewall on a packet's way, and the zone behind it. */
export interface Passage {
  readonly firewall: SiteHost;
  readonly into: string;
}

/**
 * The firewalls a packet passes from one address to another, over the fewest of them; null when none joins their
 * zones, and the router (or nothing) does. Within one zone none is passed.
 */
export function wayThrough(view: SiteView, from: string, to: string): readonly Passage[] | null {
  const [start, end] = [standsIn(view, from), standsIn(view, to)];
  const owner = (address: string) =>
    view.hosts.find(({ addresses }) => addresses.includes(address))?.id ?? null;
  const [sender, receiver] = [owner(from), owner(to)];
  let frontier: readonly (readonly Passage[])[] = [[]];
  const seen = new Set([start, ...doors(view, sender)]);
  if (seen.has(end) || doors(view, receiver).some((zone) => seen.has(zone))) return [];
  while (frontier.length > 0) {
    frontier = frontier.flatMap((way) => {
      const at = way.at(-1)?.into;
      const reached = at === undefined ? [...seen] : [at];
      return passagesFrom(view, reached)
        .filter(({ into }) => !seen.has(into))
        .map((next) => [...way, next]);
    });
    for (const way of frontier) seen.add(way.at(-1)?.into ?? "");
    const ends = [end, ...doors(view, receiver)];
    const found = frontier.find((way) => ends.includes(way.at(-1)?.into ?? ""));
    if (found !== undefined) return found.filter(({ firewall }) => firewall.id !== receiver);
  }
  return null;
}

/** Pods stand where their nodes do. */
function standsIn(view: SiteView, address: string): string {
  const zone = zoneOf(view, address);
  const node = view.hosts.find(({ role }) => runsPods(role))?.addresses[0];
  return zone.kind === "pods" && node !== undefined ? zoneOf(view, node).name : zone.name;
}

/** Zones that a firewall has an interface in; of any other host, none. */
const doors = ({ site }: SiteView, hostId: string | null): readonly string[] =>
  site.firewalls
    .filter((firewall) => firewall.hostId === hostId)
    .flatMap(({ interfaces }) => interfaces.map(({ zone }) => zone));

const passagesFrom = (view: SiteView, zones: readonly string[]): readonly Passage[] =>
  view.hosts.flatMap((firewall) => {
    const own = doors(view, firewall.id);
    if (!own.some((zone) => zones.includes(zone))) return [];
    return own.filter((zone) => !zones.includes(zone)).map((into) => ({ firewall, into }));
  });
