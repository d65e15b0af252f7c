import type { Origin } from "@/lib/schemas/site-origin";
import { type Family, FAMILIES } from "./family";
import type { NamedSet, Rule } from "./rule";

/** New connections that may come at once before the limit counts. */
const BURST = 10;

interface Limit {
  /** Of the counter and the sets. */
  readonly name: string;
  readonly newPerMinute: number;
  readonly origin: Origin;
}

const limitSet = (name: string, { version }: Family) => `rate_${name}.${version}`;

/** What remembers the sources of a limit: at most 65,536, each for five minutes. */
export const limitSets = (name: string): readonly NamedSet[] =>
  FAMILIES.map((family) => ({
    name: limitSet(name, family),
    type: family.addressType,
    flags: ["dynamic", "timeout"],
    elements: [],
  }));

/** Drops new connections of a source beyond the limit, for what matches. */
export const limitRule = (
  { name, newPerMinute, origin }: Limit,
  family: Family,
  match: readonly string[],
): Rule => ({
  match: [
    ...match,
    `ct state new update @${limitSet(name, family)} { ${family.ip} saddr limit rate over ${newPerMinute}/minute burst ${BURST} packets }`,
  ],
  counter: `${name}.rate`,
  verdict: "drop",
  origin,
});
