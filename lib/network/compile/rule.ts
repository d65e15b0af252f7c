import type { Origin } from "@/lib/schemas/site-origin";
import type { NftChain, NftRule, NftRuleset, NftSet } from "@/lib/render/nftables/ruleset";

/** A rule, and what in the policy it comes from. */
export interface Rule extends NftRule {
  readonly origin: Origin;
}
export type Chain = NftChain<Rule>;
export type NamedSet = NftSet;
/** All rules of one host: the contents of its table "inet gandalf". */
export type Ruleset = NftRuleset<Rule>;
