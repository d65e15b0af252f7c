/** One rule of a chain, in nft's language. */
export interface NftRule {
  readonly match: readonly string[];
  /** Counts what it matches, under this name; null for jumps. */
  readonly counter: string | null;
  /** "accept", "drop", "goto cell_home_dmz", "dnat ip to 192.168.3.210:22", "log prefix …". */
  readonly verdict: string;
}

export interface NftChain<Rule extends NftRule = NftRule> {
  readonly name: string;
  /** A base chain's place and policy: "type filter hook forward priority filter; policy drop;". */
  readonly base: string | null;
  readonly rules: readonly Rule[];
}

export interface NftSet {
  readonly name: string;
  /** "ipv4_addr", "ipv4_addr . inet_service". */
  readonly type: string;
  /** "interval", "dynamic". */
  readonly flags: readonly string[];
  readonly elements: readonly string[];
}

/** The contents of one host's table. */
export interface NftRuleset<Rule extends NftRule = NftRule> {
  readonly sets: readonly NftSet[];
  readonly chains: readonly NftChain<Rule>[];
}
