import type { Packet } from "@/lib/network/decide";
import { endsOf } from "@/lib/network/ends-of";
import { expectedProbes } from "@/lib/network/expected-probes";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import { wayThrough } from "@/lib/network/way-through";
import { surelyDrops } from "./judge-foreign";
import type { ForeignChain, ForeignRules } from "./nft-json";

/** What else on a host filters, as far as the host says. */
export interface OtherFilters {
  readonly rules: ForeignRules | null;
  /** Programs that keep rules of their own, and are at work. */
  readonly active: readonly ("ufw" | "firewalld")[];
  /** Rules of the kernel's older kind, which nft does not list. */
  readonly legacyDrops: boolean;
}

interface Where {
  readonly view: SiteView;
  readonly host: SiteHost;
  readonly at: Date;
}

/** More would not be read. */
const TOLD_EXAMPLES = 3;

const STOP = {
  ufw: "ufw disable",
  firewalld: "systemctl disable --now firewalld",
} as const;

/**
 * What on a host is in the way of the policy, each in a sentence with the remedy. Whatever the panel's table accepts still
 * has to pass every other base chain: a packet arrives only where all of them let it.
 */
export const findConflicts = (filters: OtherFilters, where: Where): readonly string[] => [
  ...filters.active.map(
    (name) =>
      `${name} is active on ${where.host.name} and keeps rules of its own, which both have to let a packet pass. Take it off: ${STOP[name]}`,
  ),
  ...(filters.legacyDrops
    ? [
        `${where.host.name} has rules of iptables-legacy that drop. nft does not list them: see iptables-legacy-save, and clear them if nothing needs them.`,
      ]
    : []),
  ...(filters.rules === null ? [] : chainConflicts(filters.rules, where)),
];

const chainConflicts = (rules: ForeignRules, where: Where): readonly string[] =>
  rules.chains
    .filter(({ type, hook }) => type === "filter" && hook !== undefined)
    .flatMap((chain) => {
      const met = packetsAt(chain.hook ?? "", where).filter((packet) => isForFamily(chain, packet));
      const lost = met.filter((packet) => surelyDrops(rules, chain, packet));
      return lost.length === 0 ? [] : [sentence(chain, lost, where)];
    });

const isForFamily = ({ family }: ForeignChain, { from }: Packet): boolean =>
  family === "inet" || family === (from.includes(":") ? "ip6" : "ip");

/** Packets that the policy lets pass, and that meet chains of this hook on the host. */
function packetsAt(hook: string, { view, host, at }: Where): readonly Packet[] {
  const allowed = expectedProbes({ ...view, hosts: [...view.hosts, ...strangers(view)] }, at)
    .filter(({ verdict }) => verdict.allowed)
    .map(({ packet }) => packet);
  const isHere = ({ to }: Packet) => host.addresses.includes(to);
  const passes = passesAt(view, host);
  if (hook === "input") return allowed.filter(isHere);
  if (hook === "forward") return allowed.filter(passes);
  return hook === "prerouting" ? allowed.filter((packet) => isHere(packet) || passes(packet)) : [];
}

/** Whether packets pass through the host; asked once for each pair of ends. */
function passesAt(view: SiteView, host: SiteHost): (packet: Packet) => boolean {
  const known = new Map<string, boolean>();
  return ({ from, to }) => {
    if (host.addresses.includes(from) || host.addresses.includes(to)) return false;
    const key = `${from} ${to}`;
    const found =
      known.get(key) ??
      (wayThrough(view, from, to) ?? []).some(({ firewall }) => firewall.id === host.id);
    known.set(key, found);
    return found;
  };
}

/** Somebody in each network that no host of the site is in: packets of theirs pass firewalls too. */
const strangers = (view: SiteView): readonly SiteHost[] =>
  view.site.zones
    .filter(({ kind }) => kind !== "pods")
    .map(({ name }) => ({ name, addresses: endsOf(view, name) }))
    .filter(
      ({ addresses }) => !view.hosts.some((host) => host.addresses.includes(addresses[0] ?? "")),
    )
    .map((each) => ({ ...each, id: `zone ${each.name}`, role: null, sshPort: 22, interfaces: [] }));

function sentence(
  { family, table, name }: ForeignChain,
  lost: readonly Packet[],
  { view, host }: Where,
): string {
  const who = (address: string) =>
    view.hosts.find(({ addresses }) => addresses.includes(address))?.name ?? address;
  const examples = lost
    .slice(0, TOLD_EXAMPLES)
    .map(({ from, to, port, protocol }) => `${who(from)} → ${who(to)}:${port}/${protocol}`);
  const more = lost.length > TOLD_EXAMPLES ? ` and ${lost.length - TOLD_EXAMPLES} more` : "";
  return `The chain ${name} of the table ${family} ${table} on ${host.name} drops what the policy lets pass: ${examples.join(", ")}${more}. Let it pass there too, or remove the chain.`;
}
