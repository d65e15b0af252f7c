import { sha256Hex } from "@/lib/core/digest";
import { isInForce } from "@/lib/network/decide";
import type { Origin } from "@/lib/schemas/site-origin";
import { serviceOf } from "@/lib/schemas/site-service";
import type { SiteView } from "@/lib/network/site-view";
import type { Exception, Forward } from "@/lib/schemas/site";
import { among, type Family, FAMILIES, ofFamily } from "./family";
import { limitRule } from "./limit";
import { portMatches } from "./port-match";
import type { Rule } from "./rule";

/** Of counters and sets: the port is one of a kind in the policy. */
export const forwardName = ({ protocol, port }: Forward): string => `forward_${protocol}-${port}`;

/** Exceptions that are still in force, in their order. */
export const exceptionRules = ({ site }: SiteView, at: Date): readonly Rule[] =>
  site.exceptions
    .filter((exception) => isInForce(exception, at))
    .flatMap((exception) =>
      FAMILIES.flatMap((family) => exceptionRulesOf(site, exception, family)),
    );

function exceptionRulesOf(
  site: SiteView["site"],
  exception: Exception,
  family: Family,
): readonly Rule[] {
  if (ofFamily(family, [exception.from]).length === 0) return [];
  const ports =
    exception.service === null
      ? [""]
      : portMatches(serviceOf(site.services, exception.service)?.ports ?? [], family);
  return ports.map((port) => ({
    match: [
      `${family.ip} saddr ${exception.from}`,
      `${family.ip} daddr ${exception.to}`,
      ...(port === "" ? [] : [port]),
      ...(exception.until === null ? [] : [`meta time < ${epochSeconds(exception.until)}`]),
    ],
    counter: `exception_${sha256Hex(JSON.stringify(exception)).slice(0, 8)}`,
    verdict: exception.verdict === "allow" ? "accept" : "drop",
    origin: { kind: "exception", exception },
  }));
}

const epochSeconds = (time: string): number => Math.floor(new Date(time).getTime() / 1000);

/** Lets in what port forwards lead to: on every firewall in the way, and at the host that is led to. */
export const forwardRules = (forwards: readonly Forward[]): readonly Rule[] =>
  forwards.flatMap((forward) => {
    const origin: Origin = { kind: "forward", forward };
    const match = [
      "ip saddr != @inside4",
      ...sources(forward),
      `ip daddr ${forward.to}`,
      `${forward.protocol} dport ${forward.toPort}`,
    ];
    const pass: Rule = { match, counter: forwardName(forward), verdict: "accept", origin };
    return [...forwardLimit(forward, match), pass];
  });

function forwardLimit(forward: Forward, match: readonly string[]): readonly Rule[] {
  const { newPerMinute } = forward;
  if (newPerMinute === null) return [];
  const limit = {
    name: forwardName(forward),
    newPerMinute,
    origin: { kind: "forward", forward },
  } as const;
  return [limitRule(limit, FAMILIES[0], match)];
}

/** What the firewall at the internet translates, and so must not refuse before: the same match for both. */
export const forwardedHere = (forward: Forward, outside: readonly string[]): readonly string[] => [
  `iifname ${among(outside.map((name) => `"${name}"`))}`,
  "fib daddr . iif type local",
  "ip saddr != @inside4",
  ...sources(forward),
  `${forward.protocol} dport ${forward.port}`,
];

const sources = ({ from }: Forward) => (from.length === 0 ? [] : [`ip saddr ${among(from)}`]);
