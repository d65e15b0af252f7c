import type { Exception, Forward } from "@/lib/schemas/site";
import { cellFor } from "./cell-for";
import type { Origin } from "@/lib/schemas/site-origin";
import { isWithin, zoneOf } from "./place";
import { holdsPort, type Protocol, serviceOf } from "@/lib/schemas/site-service";
import type { SiteView } from "./site-view";

/** The first packet of a connection, as its sender made it but behind any port forward. */
export interface Packet {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** Of the receiver; 0 for an echo request. */
  readonly port: number;
}

export interface Verdict {
  readonly allowed: boolean;
  readonly by: Origin;
}

/** TCP ports that kubelets and API servers answer at for what runs in pods. Source: docs.k3s.io, inbound rules. */
export const PODS_NEED = [6443, 10_250] as const;

/**
 * What the policy says about a packet. This is its meaning; the compiler's rules have to agree with it
 * wherever a host of the site stands in the packet's way.
 */
export function decide(view: SiteView, packet: Packet, at: Date): Verdict {
  if (isPanelSsh(view, packet)) return { allowed: true, by: { kind: "panel" } };
  const from = zoneOf(view, packet.from);
  const to = zoneOf(view, packet.to);
  if (from.kind === "pods" && (to.kind === "pods" || isPodsNeed(view, packet)))
    return { allowed: true, by: { kind: "always" } };
  const exception = view.site.exceptions
    .filter((each) => isInForce(each, at))
    .find((each) => excepts(view, each, packet));
  if (exception !== undefined)
    return { allowed: exception.verdict === "allow", by: { kind: "exception", exception } };
  const forward = view.site.forwards.find((each) => leads(each, packet));
  if (from.kind === "internet" && forward !== undefined)
    return { allowed: true, by: { kind: "forward", forward } };
  return decideByCell(view, packet, { from: from.name, to: to.name });
}

function decideByCell(
  { site }: SiteView,
  { protocol, port }: Packet,
  { from, to }: { readonly from: string; readonly to: string },
): Verdict {
  const cell = cellFor(site, from, to);
  if (cell === null) return { allowed: false, by: { kind: "no-cell", from, to } };
  if (cell.verdict === "deny" || cell.services.length === 0)
    return { allowed: cell.verdict === "allow", by: { kind: "cell", cell, service: null } };
  const service =
    cell.services.find((name) =>
      holdsPort(serviceOf(site.services, name)?.ports ?? [], protocol, port),
    ) ?? null;
  return { allowed: service !== null, by: { kind: "cell", cell, service } };
}

const isPanelSsh = ({ panel, hosts }: SiteView, { from, to, protocol, port }: Packet): boolean =>
  protocol === "tcp" &&
  panel.includes(from) &&
  hosts.some((host) => host.addresses.includes(to) && host.sshPort === port);

const isPodsNeed = ({ hosts }: SiteView, { to, protocol, port }: Packet): boolean =>
  protocol === "tcp" &&
  PODS_NEED.some((need) => need === port) &&
  hosts.some(({ role, addresses }) => runsPods(role) && addresses.includes(to));

export const runsPods = (role: string | null): boolean => role === "server" || role === "agent";

/** Whether the exception has not ended yet. */
export const isInForce = ({ until }: Exception, at: Date): boolean =>
  until === null || at < new Date(until);

function excepts({ site }: SiteView, each: Exception, packet: Packet): boolean {
  if (!isWithin(packet.from, each.from) || !isWithin(packet.to, each.to)) return false;
  if (each.service === null) return true;
  const { ports } = serviceOf(site.services, each.service) ?? { ports: [] };
  return holdsPort(ports, packet.protocol, packet.port);
}

const leads = (each: Forward, { from, to, protocol, port }: Packet): boolean =>
  each.protocol === protocol &&
  each.to === to &&
  each.toPort === port &&
  (each.from.length === 0 || each.from.some((network) => isWithin(from, network)));
