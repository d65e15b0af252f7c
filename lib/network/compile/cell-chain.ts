import { cellFor } from "@/lib/network/cell-for";
import type { Origin } from "@/lib/schemas/site-origin";
import { serviceOf } from "@/lib/schemas/site-service";
import type { SiteView } from "@/lib/network/site-view";
import type { Cell, Zone } from "@/lib/schemas/site";
import { FAMILIES } from "./family";
import { limitRule } from "./limit";
import { portMatches } from "./port-match";
import type { Chain, Rule } from "./rule";

/** A pair of zones: row and column of the matrix. */
export interface Pair {
  readonly from: Zone;
  readonly to: Zone;
}

/** Joined by an underscore, which no zone's name has. */
export const pairName = ({ from, to }: Pair): string => `${from.name}_${to.name}`;
export const cellChainName = (pair: Pair): string => `cell_${pairName(pair)}`;

/** Lines a minute that a logging cell may write. */
const LOG_PER_MINUTE = 10;

/** The chain that decides for a pair of zones; nothing leaves it undecided. */
export function cellChain({ site }: SiteView, pair: Pair): Chain {
  const cell = cellFor(site, pair.from.name, pair.to.name);
  const name = cellChainName(pair);
  if (cell === null) {
    const origin: Origin = { kind: "no-cell", from: pair.from.name, to: pair.to.name };
    return { name, base: null, rules: [refusal(pair, origin)] };
  }
  const origin: Origin = { kind: "cell", cell, service: null };
  return {
    name,
    base: null,
    rules: [...limits(cell, pair), ...passing(site, cell, pair), ...rest(cell, pair, origin)],
  };
}

const limits = (cell: Cell, pair: Pair): readonly Rule[] => {
  const { newPerMinute } = cell;
  if (newPerMinute === null || cell.verdict === "deny") return [];
  const origin: Origin = { kind: "cell", cell, service: null };
  return FAMILIES.map((family) =>
    limitRule({ name: pairName(pair), newPerMinute, origin }, family, []),
  );
};

function passing(site: SiteView["site"], cell: Cell, pair: Pair): readonly Rule[] {
  return cell.services.flatMap((service) => {
    const ports = serviceOf(site.services, service)?.ports ?? [];
    const matches = new Set(FAMILIES.flatMap((family) => portMatches(ports, family)));
    return [...matches].map((match) => ({
      match: [match],
      counter: `${pairName(pair)}.${service}`,
      verdict: "accept",
      origin: { kind: "cell" as const, cell, service },
    }));
  });
}

/** What no service of the cell takes. */
function rest(cell: Cell, pair: Pair, origin: Origin): readonly Rule[] {
  if (cell.verdict === "allow" && cell.services.length === 0)
    return [{ match: [], counter: `${pairName(pair)}.all`, verdict: "accept", origin }];
  const log: Rule = {
    match: [`limit rate ${LOG_PER_MINUTE}/minute burst 5 packets`],
    counter: null,
    verdict: `log prefix "gandalf ${pairName(pair)} "`,
    origin,
  };
  return [...(cell.log ? [log] : []), refusal(pair, origin)];
}

const refusal = (pair: Pair, origin: Origin): Rule => ({
  match: [],
  counter: `${pairName(pair)}.refused`,
  verdict: "drop",
  origin,
});
