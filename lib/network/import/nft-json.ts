import { z } from "zod";

const expression = z.record(z.string(), z.unknown());
export type Expression = z.infer<typeof expression>;

const place = { family: z.string(), table: z.string() };

const chain = z.object({
  ...place,
  name: z.string(),
  /** Only of base chains, as hook and policy. */
  type: z.string().optional(),
  hook: z.string().optional(),
  policy: z.string().optional(),
});
export type ForeignChain = z.infer<typeof chain>;

const rule = z.object({ ...place, chain: z.string(), expr: z.array(expression) });
type ForeignRule = z.infer<typeof rule>;

const listing = z.object({
  nftables: z.array(z.object({ chain: chain.optional(), rule: rule.optional() })),
});

/** Everything that the kernel filters by, but for the panel's own table. */
export interface ForeignRules {
  readonly chains: readonly ForeignChain[];
  readonly rules: readonly ForeignRule[];
}

const isOurs = ({ family, table }: { readonly family: string; readonly table: string }) =>
  family === "inet" && table === "gandalf";

const present = <T extends { readonly family: string; readonly table: string }>(
  all: readonly (T | undefined)[],
): readonly T[] => all.filter((each): each is T => each !== undefined && !isOurs(each));

/** The answer of `nft -j list ruleset`. null: it is none. Source: libnftables-json(5). */
export function parseForeignRules(stdout: string): ForeignRules | null {
  let json: unknown;
  try {
    json = JSON.parse(stdout);
  } catch {
    return null;
  }
  const parsed = listing.safeParse(json);
  if (!parsed.success) return null;
  const { nftables } = parsed.data;
  return {
    chains: present(nftables.map((each) => each.chain)),
    rules: present(nftables.map((each) => each.rule)),
  };
}
