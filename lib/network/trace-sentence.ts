import { ANY_ZONE } from "@/lib/schemas/site-service";
import type { Origin } from "@/lib/schemas/site-origin";
import { zoneOf } from "./place";
import type { SiteView } from "./site-view";
import type { Trace } from "./trace";

/** The trace in one sentence: whether it arrives, who decides, and by what of the policy. */
export function traceSentence(view: SiteView, { verdict, packet, decider }: Trace): string {
  const name = (address: string) =>
    view.hosts.find(({ addresses }) => addresses.includes(address))?.name ?? address;
  const port = packet.protocol === "icmp-echo" ? "ping" : `port ${packet.port}/${packet.protocol}`;
  const way = `${name(packet.from)} (${zoneOf(view, packet.from).name}) to ${name(packet.to)} (${zoneOf(view, packet.to).name}), ${port}`;
  const why = reason(verdict.by, verdict.allowed);
  if (verdict.allowed) return `It passes from ${way}: ${why}.`;
  return decider === null
    ? `The policy refuses it from ${way}: ${why}. But no host of the site stands in its way, so nothing stops it.`
    : `${decider.name} drops it on the way from ${way}: ${why}.`;
}

function reason(by: Origin, allowed: boolean): string {
  switch (by.kind) {
    case "panel":
      return "the panel's own SSH always passes";
    case "always":
      return "no cluster works without it";
    case "exception":
      return `the exception "${by.exception.reason}" ${allowed ? "allows" : "refuses"} it`;
    case "forward":
      return `port ${by.forward.port}/${by.forward.protocol} is forwarded there`;
    case "masquerade":
      return `${by.zone} goes out under the firewall's address`;
    case "cell": {
      const cell = `${by.cell.from} → ${by.cell.to}`;
      if (by.service !== null) return `${cell} allows ${by.service}`;
      if (allowed) return `${cell} allows everything`;
      return by.cell.verdict === "deny"
        ? `${cell} refuses everything`
        : `${cell} allows other services only`;
    }
    case "no-cell":
      return `nothing is said about ${wide(by.from)} → ${wide(by.to)}`;
  }
}

const wide = (zone: string) => (zone === ANY_ZONE ? "any zone" : zone);
