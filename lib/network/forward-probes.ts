import { decide } from "./decide";
import type { ExpectedProbe } from "./expected-probes";
import { isWithin, zoneOf } from "./place";
import type { SiteHost, SiteView } from "./site-view";

/** A host that stands before a firewall, as anybody on the internet does. */
export interface Outsider {
  readonly host: SiteHost;
  readonly address: string;
  /** The firewall's address of the same network: packets need no router in between. */
  readonly door: string;
}

/** A probe that is sent to a port of the public address, and has to come out at a host inside. */
export interface ForwardProbe extends ExpectedProbe {
  /** Where it is sent to; `packet` is what it becomes behind the forward. */
  readonly sent: { readonly address: string; readonly port: number };
}

/**
 * Who can try the site's forwards: hosts that are neither in a network of the site nor its firewalls, in one network
 * with an outer interface. `networks`: those interfaces' own addresses, in CIDR form.
 */
export function outsiders(
  view: SiteView,
  candidates: readonly SiteHost[],
  networks: readonly string[],
): readonly Outsider[] {
  const firewalls = new Set(view.site.firewalls.map(({ hostId }) => hostId));
  return candidates
    .filter(({ id }) => !firewalls.has(id))
    .flatMap((host) =>
      networks.flatMap((network) => {
        const door = network.split("/")[0] ?? "";
        const address = host.addresses.find(
          (each) => isWithin(each, network) && zoneOf(view, each).kind === "internet",
        );
        return address === undefined ? [] : [{ host, address, door }];
      }),
    );
}

/** Every forward whose goal is a host of the site, from each of them. Forwards are IPv4. */
export const forwardProbes = (
  view: SiteView,
  from: readonly Outsider[],
  at: Date,
): readonly ForwardProbe[] =>
  from
    .filter(({ door }) => !door.includes(":"))
    .flatMap(({ host, address, door }) =>
      view.site.forwards.flatMap((forward) => {
        const to = view.hosts.find(({ addresses }) => addresses.includes(forward.to));
        if (to === undefined) return [];
        const { protocol, toPort } = forward;
        const packet = { from: address, to: forward.to, protocol, port: toPort };
        const zones = [zoneOf(view, address).name, zoneOf(view, forward.to).name] as const;
        const sent = { address: door, port: forward.port };
        return [{ from: host, to, packet, zones, verdict: decide(view, packet, at), sent }];
      }),
    );
