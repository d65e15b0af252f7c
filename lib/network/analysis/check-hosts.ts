import { zoneOf } from "@/lib/network/place";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import type { SiteFinding } from "@/lib/schemas/site-finding";

/** Hosts that are nowhere, and a panel that is not known to come from anywhere. */
export const checkHosts = (view: SiteView): readonly SiteFinding[] => [
  ...view.hosts
    .filter((host) => !isFirewall(view, host) && isNowhere(view, host))
    .map((host): SiteFinding => ({
      id: "host.nowhere",
      severity: "blocker",
      title: `${host.name} is in no zone`,
      reason: `None of its addresses (${host.addresses.join(", ") || "none known"}) is in a network of the site: it would be treated as the internet.`,
      remedy: "Add its network to the zone it belongs to.",
      path: ["zones"],
    })),
  ...(view.panel.length > 0 ? [] : [NO_PANEL]),
];

const NO_PANEL: SiteFinding = {
  id: "panel.unknown",
  severity: "blocker",
  title: "It is not known where the panel's connections come from",
  reason: "Its own SSH is let in by address. Without one, the new rules would shut it out.",
  remedy: "Read the hosts' facts again, then come back.",
  path: [],
};

const isFirewall = ({ site }: SiteView, host: SiteHost) =>
  site.firewalls.some(({ hostId }) => hostId === host.id);

const isNowhere = (view: SiteView, { addresses }: SiteHost) =>
  addresses.every((address) => zoneOf(view, address).kind !== "network");
