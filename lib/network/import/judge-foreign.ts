import { z } from "zod";
import type { Packet } from "@/lib/network/decide";
import { compare, type Holds, matchExpression } from "./match-expression";
import type { Expression, ForeignChain, ForeignRules } from "./nft-json";

/** Deeper than the kernel lets anybody nest. Source: Linux, NFT_JUMP_STACK_SIZE. */
const MAX_DEPTH = 16;

/** How a chain may end: "on" leaves it to the caller, or to the policy. */
type End = "accept" | "drop" | "on";

/**
 * Whether a base chain of somebody else's surely drops a new connection's first packet. Where it has rules that this does
 * not understand, and they could make a difference, it does not surely.
 */
export function surelyDrops(all: ForeignRules, chain: ForeignChain, packet: Packet): boolean {
  const ends = endsIn(all, { ...chain, depth: 0 }, packet);
  const fates = [...ends].map((end) => (end === "on" ? (chain.policy ?? "accept") : end));
  return fates.every((fate) => fate === "drop");
}

interface Place extends Pick<ForeignChain, "family" | "table" | "name"> {
  readonly depth: number;
}

function endsIn(all: ForeignRules, place: Place, packet: Packet): ReadonlySet<End> {
  const ends = new Set<End>();
  if (place.depth > MAX_DEPTH) return new Set(["accept", "drop"]);
  for (const { expr } of rulesOf(all, place)) {
    const held = holdsAll(expr, packet);
    if (held === "no") continue;
    const { stops, goesOn } = outcome(all, place, { expr, packet });
    for (const end of stops) ends.add(end);
    if (!goesOn && held === "yes") return ends;
  }
  return ends.add("on");
}

const rulesOf = ({ rules }: ForeignRules, { family, table, name }: Place) =>
  rules.filter((rule) => rule.family === family && rule.table === table && rule.chain === name);

/** Several expressions of one rule hold together. */
function holdsAll(expr: readonly Expression[], packet: Packet): Holds {
  const all = expr
    .filter((each) => verdictOf(each, packet) === null && !("vmap" in each))
    .map((each) => matchExpression(each, packet));
  if (all.includes("no")) return "no";
  return all.includes("unknown") ? "unknown" : "yes";
}

interface Outcome {
  readonly stops: readonly End[];
  /** The next rule may be asked. */
  readonly goesOn: boolean;
}

interface Asked {
  readonly expr: readonly Expression[];
  readonly packet: Packet;
}

function outcome(all: ForeignRules, place: Place, { expr, packet }: Asked): Outcome {
  const verdict = expr.map((each) => verdictOf(each, packet)).find((each) => each !== null) ?? null;
  if (verdict === null) return { stops: [], goesOn: true };
  switch (verdict.kind) {
    case "accept":
    case "drop":
      return { stops: [verdict.kind], goesOn: false };
    case "return":
      return { stops: ["on"], goesOn: false };
    case "jump":
    case "goto": {
      const inner = endsIn(all, { ...place, name: verdict.target, depth: place.depth + 1 }, packet);
      const decided = [...inner].filter((end) => end !== "on");
      if (!inner.has("on")) return { stops: decided, goesOn: false };
      return verdict.kind === "jump"
        ? { stops: decided, goesOn: true }
        : { stops: [...decided, "on"], goesOn: false };
    }
    case "other":
      return { stops: ["accept", "drop"], goesOn: true };
  }
}

type Verdict =
  | { readonly kind: "accept" | "drop" | "return" | "other" }
  | { readonly kind: "jump" | "goto"; readonly target: string };

const towards = z.object({ target: z.string() });
const xtTarget = z.object({ type: z.literal("target") });

const verdictMap = z.object({
  key: z.unknown(),
  data: z.object({ set: z.array(z.tuple([z.unknown(), z.record(z.string(), z.unknown())])) }),
});

/** "ct state vmap { established : accept, invalid : drop }" */
function mappedVerdict({ key, data }: z.infer<typeof verdictMap>, packet: Packet): Verdict | null {
  for (const [value, verdict] of data.set) {
    const held = compare(key, value, packet);
    if (held === "unknown") return { kind: "other" };
    if (held === "yes") return verdictOf(verdict, packet);
  }
  return null;
}

/** What the expression does with a packet; null: it is a condition, or only looks on. */
function verdictOf(expression: Expression, packet: Packet): Verdict | null {
  const map = verdictMap.safeParse(expression["vmap"]);
  if (map.success) return mappedVerdict(map.data, packet);
  if ("accept" in expression) return { kind: "accept" };
  if ("drop" in expression || "reject" in expression) return { kind: "drop" };
  if ("return" in expression) return { kind: "return" };
  for (const kind of ["jump", "goto"] as const) {
    const found = towards.safeParse(expression[kind]);
    if (found.success) return { kind, target: found.data.target };
  }
  const isForeign =
    "vmap" in expression || "queue" in expression || xtTarget.safeParse(expression["xt"]).success;
  return isForeign ? { kind: "other" } : null;
}
