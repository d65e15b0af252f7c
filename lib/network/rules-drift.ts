import { diffArrays } from "diff";
import type { RulesDrift } from "@/lib/schemas/site-view-row";

/** More would not be read. */
const MAX_LINES = 200;

/**
 * How two listings of the table differ (`nft -s list table`): the kernel's, and the kept file's as nft lists it. null:
 * not at all. What the kernel itself remembers, the sources of rate limits, is no rule.
 */
export function rulesDrift(kept: string, live: string): RulesDrift | null {
  const changes = diffArrays(rulesIn(kept), rulesIn(live)).filter(
    ({ added, removed }) => added || removed,
  );
  if (changes.length === 0) return null;
  const lines = changes.flatMap(({ added, value }) =>
    value.map((text) => ({ sign: added ? ("+" as const) : ("-" as const), text })),
  );
  return { lines: lines.slice(0, MAX_LINES) };
}

const DYNAMIC_SET = /^\s*set \S+ \{[^{}]*flags [a-z,]*dynamic[^{}]*(\{[^{}]*\}[^{}]*)?\}/gm;

const rulesIn = (listing: string): string[] =>
  listing
    .replaceAll(DYNAMIC_SET, (set) => set.replace(/elements = \{[^{}]*\}/, ""))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
