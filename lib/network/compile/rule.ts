import type { Origin } from "@/lib/network/origin";

/** One rule of a chain: its matches in nft's language, and what in the policy it comes from. */
export interface Rule {
  readonly match: readonly string[];
  /** Counts what it matches, under this name; null for jumps. */
  readonly counter: string | null;
  /** "accept", "drop", "goto cell_home_dmz", "dnat ip to 192.168.3.210:22", "log prefix …". */
  readonly verdict: string;
  readonly origin: Origin;
}

export interface Chain {
  readonly name: string;
  /** A base chain's place and policy: "type filter hook forward priority filter; policy drop;". */
  readonly base: string | null;
  readonly rules: readonly Rule[];
}

export interface NamedSet {
  readonly name: string;
  /** "ipv4_addr", "ipv4_addr . inet_service". */
  readonly type: string;
  /** "interval", "dynamic". */
  readonly flags: readonly string[];
  readonly elements: readonly string[];
}

/** All rules of one host: the contents of its table "inet gandalf". */
export interface Ruleset {
  readonly sets: readonly NamedSet[];
  readonly chains: readonly Chain[];
}
