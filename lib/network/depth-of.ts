import { zoneOf } from "./place";
import type { SiteView } from "./site-view";

/**
 * How many firewalls stand between the panel and this one; hosts that are no firewalls count as farthest. Whoever
 * changes hosts one after another begins with the greatest, so that the way to the next is never the one being changed.
 */
export function depthOf(view: SiteView, hostId: string): number {
  const { firewalls } = view.site;
  if (!firewalls.some((each) => each.hostId === hostId)) return Infinity;
  let zones = new Set(view.panel.map((address) => zoneOf(view, address).name));
  for (let depth = 0; depth < firewalls.length; depth++) {
    const reached = firewalls.filter(({ interfaces }) =>
      interfaces.some(({ zone }) => zones.has(zone)),
    );
    if (reached.some((each) => each.hostId === hostId)) return depth;
    zones = new Set(reached.flatMap(({ interfaces }) => interfaces.map(({ zone }) => zone)));
  }
  return firewalls.length;
}
