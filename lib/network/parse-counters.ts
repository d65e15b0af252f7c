import { z } from "zod";

const listing = z.object({
  nftables: z.array(
    z.object({
      counter: z.object({ name: z.string(), packets: z.number(), bytes: z.number() }).optional(),
    }),
  ),
});

/** What a named counter has counted. */
export interface Counted {
  readonly packets: number;
  readonly bytes: number;
}

/** The answer of `nft -j list counters table …`; null when it is none. */
export function parseCounters(stdout: string): ReadonlyMap<string, Counted> | null {
  let json: unknown;
  try {
    json = JSON.parse(stdout);
  } catch {
    return null;
  }
  const parsed = listing.safeParse(json);
  if (!parsed.success) return null;
  return new Map(
    parsed.data.nftables.flatMap(({ counter }) =>
      counter === undefined ? [] : [[counter.name, counter] as const],
    ),
  );
}
