import { BUILT_IN_SERVICES, type PortRange, serviceOf } from "@/lib/schemas/site-service";
import { decide, type Packet, type Verdict } from "./decide";
import { zoneOf } from "./place";
import type { SiteHost, SiteView } from "./site-view";

/** One packet that a host sends another, and whether the policy lets it arrive. */
export interface ExpectedProbe {
  readonly from: SiteHost;
  readonly to: SiteHost;
  readonly packet: Packet & { readonly protocol: "tcp" | "udp" };
  /** Row and column of the matrix that the two stand in. */
  readonly zones: readonly [from: string, to: string];
  readonly verdict: Verdict;
}

/**
 * What has to be tried to know whether the hosts do as the policy says: between every two hosts, from the first
 * address to each address of the other that their families share, every port that the policy speaks of.
 */
export function expectedProbes(view: SiteView, at: Date): readonly ExpectedProbe[] {
  const ports = spokenOf(view);
  return view.hosts.flatMap((from) =>
    view.hosts
      .filter((to) => to !== from)
      .flatMap((to) => pairs(from, to).map((ends) => ({ from, to, ...ends })))
      .flatMap(({ from: sender, to: receiver, source, target }) =>
        ports.map(({ protocol, port }) => {
          const packet = { from: source, to: target, protocol, port };
          const zones = [zoneOf(view, source).name, zoneOf(view, target).name] as const;
          return { from: sender, to: receiver, packet, zones, verdict: decide(view, packet, at) };
        }),
      ),
  );
}

/** A sender's first address of each family, with every address of the receiver in it. */
const pairs = (from: SiteHost, to: SiteHost) =>
  [false, true].flatMap((isSix) => {
    const source = from.addresses.find((address) => address.includes(":") === isSix);
    const targets = to.addresses.filter((address) => address.includes(":") === isSix);
    return source === undefined ? [] : targets.map((target) => ({ source, target }));
  });

interface Port {
  readonly protocol: "tcp" | "udp";
  readonly port: number;
}

/** One port of each service that a cell or exception names, of each forward, and SSH: allowed or not. */
function spokenOf({ site }: SiteView): readonly Port[] {
  const named = new Set([
    "ssh",
    ...site.cells.flatMap(({ services }) => services),
    ...site.exceptions.flatMap(({ service }) => service ?? []),
  ]);
  const ranges = [...BUILT_IN_SERVICES, ...site.services]
    .filter(({ name }) => named.has(name))
    .flatMap(({ name }) => serviceOf(site.services, name)?.ports ?? []);
  const all = [
    ...ranges.flatMap(firstOf),
    ...site.forwards.map(({ protocol, toPort }) => ({ protocol, port: toPort })),
  ];
  return [...new Map(all.map((each) => [`${each.protocol} ${each.port}`, each])).values()];
}

const firstOf = (range: PortRange): readonly Port[] =>
  range.protocol === "icmp-echo" ? [] : [{ protocol: range.protocol, port: range.first }];
