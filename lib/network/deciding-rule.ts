import { ruleText } from "@/lib/render/nftables/ruleset-file";
import { cellChainName, pairName } from "./compile/cell-chain";
import { compileHost } from "./compile/compile-host";
import type { Rule } from "./compile/rule";
import type { Packet, Verdict } from "./decide";
import { zoneOf } from "./place";
import type { SiteHost, SiteView } from "./site-view";

interface Asked {
  readonly host: SiteHost;
  /** The chain where packets of this way begin: "to_host", "through". */
  readonly chain: string;
  readonly packet: Packet;
  readonly verdict: Verdict;
  readonly at: Date;
}

/** The host's rule that does what the policy says about a packet; null when it has none for it. */
export function decidingRule(view: SiteView, asked: Asked): string | null {
  const { host, chain, packet, verdict, at } = asked;
  const pair = { from: zoneOf(view, packet.from), to: zoneOf(view, packet.to) };
  const names = [chain, cellChainName(pair)];
  const action = verdict.allowed ? "accept" : "drop";
  const rules = compileHost(view, host, at)
    .chains.filter(({ name }) => names.includes(name))
    .flatMap((each) => each.rules)
    .filter((rule) => rule.verdict === action && isOf(verdict, rule));
  const exact = rules.filter(
    ({ counter }) => verdict.by.kind !== "cell" || isOfPair(counter, pairName(pair)),
  );
  const found = exact.find((rule) => speaksOf(rule, packet)) ?? exact[0];
  return found === undefined ? null : ruleText(found);
}

const isOf = ({ by }: Verdict, { origin }: Rule): boolean => {
  if (by.kind !== origin.kind) return false;
  switch (by.kind) {
    case "exception":
      return origin.kind === "exception" && origin.exception === by.exception;
    case "forward":
      return origin.kind === "forward" && origin.forward === by.forward;
    case "cell":
      return origin.kind === "cell" && origin.cell === by.cell && origin.service === by.service;
    default:
      return true;
  }
};

/** Limits of a cell drop too, and are not what decides. */
const isOfPair = (counter: string | null, pair: string): boolean =>
  counter !== null && counter.startsWith(`${pair}.`) && !counter.endsWith(".rate");

/** Of the packet's family and protocol, as far as the rule names them. */
function speaksOf({ match }: Rule, { from, protocol }: Packet): boolean {
  const text = match.join(" ");
  const isSix = from.includes(":");
  if (text.startsWith("ip ") && isSix) return false;
  if (text.startsWith("ip6 ") && !isSix) return false;
  if (protocol === "icmp-echo") return !/\b(tcp|udp) dport/.test(text);
  return !text.includes("dport") || text.includes(`${protocol} dport`);
}
