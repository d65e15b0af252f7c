import type { SiteView } from "@/lib/network/site-view";
import { cellChainName, type Pair } from "./cell-chain";
import { FAMILIES } from "./family";
import type { Rule } from "./rule";
import { zoneMatch } from "./zone-match";

/** Sends each pair of zones to its cell's chain, which always decides. */
export const dispatch = (view: SiteView, pairs: readonly Pair[]): readonly Rule[] =>
  pairs.flatMap((pair) =>
    FAMILIES.flatMap((family) => {
      const from = zoneMatch(view, pair.from, { family, side: "saddr" });
      const to = zoneMatch(view, pair.to, { family, side: "daddr" });
      if (from === null || to === null) return [];
      return [
        {
          match: [from, to],
          counter: null,
          verdict: `goto ${cellChainName(pair)}`,
          origin: { kind: "no-cell" as const, from: pair.from.name, to: pair.to.name },
        },
      ];
    }),
  );
