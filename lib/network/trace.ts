import type { Forward } from "@/lib/schemas/site";
import type { TraceStep } from "@/lib/schemas/site-view-row";
import { decidingRule } from "./deciding-rule";
import { decide, type Packet, type Verdict } from "./decide";
import { outermost } from "./outermost";
import { isWithin, zoneOf } from "./place";
import type { SiteHost, SiteView } from "./site-view";
import { wayThrough } from "./way-through";

/** Where a packet goes, and who decides about it. */
export interface Trace {
  readonly verdict: Verdict;
  /** As it was sent, and what a forward made of it. */
  readonly packet: Packet;
  /** Up to where it comes: a packet that is dropped ends there. */
  readonly path: readonly TraceStep[];
  /** The host that lets it in or drops it; null: no host of the site stands in its way. */
  readonly decider: SiteHost | null;
}

/**
 * Follows a packet from zone to zone: the forward that translates it, the firewalls it passes, the host it is for. The
 * policy has one meaning, so every host in the way judges alike: the first that refuses ends it.
 */
export function trace(view: SiteView, sent: Packet, at: Date): Trace {
  const door = doorOf(view, sent);
  const packet = door === null ? sent : { ...sent, to: door.forward.to, port: door.forward.toPort };
  const verdict = decide(view, packet, at);
  const judges = judgesOf(view, packet);
  const passed = verdict.allowed ? judges : judges.slice(0, 1);
  const path = [
    ...senderSteps(view, packet.from),
    ...(door === null ? [] : [forwardStep(door)]),
    ...passed.flatMap((judge) => judgeSteps(view, judge, { packet, verdict, at })),
    ...(verdict.allowed && hostAt(view, packet.to) === null ? [strangerStep(packet.to)] : []),
  ];
  return { verdict, packet, path, decider: passed.at(-1)?.host ?? null };
}

/** A host that lets packets pass by its rules, in the order in which they come. */
interface Judge {
  readonly host: SiteHost;
  readonly chain: "through" | "to_host";
  /** The zone behind a firewall; null: the packet is for the host itself. */
  readonly into: string | null;
}

function judgesOf(view: SiteView, { from, to }: Packet): readonly Judge[] {
  const way = wayThrough(view, from, to) ?? [];
  const target = hostAt(view, to);
  return [
    ...way.map(({ firewall: host, into }) => ({ host, chain: "through" as const, into })),
    ...(target === null ? [] : [{ host: target, chain: "to_host" as const, into: null }]),
  ];
}

interface Judged {
  readonly packet: Packet;
  readonly verdict: Verdict;
  readonly at: Date;
}

const judgeSteps = (
  view: SiteView,
  { host, chain, into }: Judge,
  judged: Judged,
): readonly TraceStep[] => [
  hostStep(host, decidingRule(view, { host, chain, ...judged })),
  ...(into === null || !judged.verdict.allowed ? [] : [{ kind: "zone" as const, name: into }]),
];

const strangerStep = (name: string): TraceStep => ({ kind: "host", name });

const hostAt = ({ hosts }: SiteView, address: string): SiteHost | null =>
  hosts.find(({ addresses }) => addresses.includes(address)) ?? null;

function senderSteps(view: SiteView, from: string): readonly TraceStep[] {
  const host = hostAt(view, from);
  const sender = host === null ? strangerStep(from) : hostStep(host, null);
  return [sender, { kind: "zone", name: zoneOf(view, from).name }];
}

const hostStep = ({ id, name }: SiteHost, rule: string | null): TraceStep => ({
  ...{ kind: "host", name, hostId: id },
  ...(rule === null ? {} : { rule }),
});

interface Door {
  readonly host: SiteHost;
  readonly forward: Forward;
}

/** The firewall at the internet whose forward translates the packet. */
function doorOf(view: SiteView, { from, to, protocol, port }: Packet): Door | null {
  if (zoneOf(view, from).kind !== "internet") return null;
  const host = outermost(view).find(({ addresses }) => addresses.includes(to));
  const forward = view.site.forwards.find(
    (each) =>
      each.protocol === protocol &&
      each.port === port &&
      (each.from.length === 0 || each.from.some((network) => isWithin(from, network))),
  );
  return host === undefined || forward === undefined ? null : { host, forward };
}

const forwardStep = ({ host, forward }: Door): TraceStep => ({
  kind: "forward",
  name: `${forward.port}/${forward.protocol} → ${forward.to}:${forward.toPort}`,
  hostId: host.id,
});
