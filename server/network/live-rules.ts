import type { Problem } from "@/lib/core/problem";
import { type Counted, parseCounters } from "@/lib/network/parse-counters";
import { rulesDrift } from "@/lib/network/rules-drift";
import { CURRENT_RULES } from "@/lib/render/firewall/paths";
import { TABLE } from "@/lib/render/nftables/ruleset-file";
import type { RulesDrift } from "@/lib/schemas/site-view-row";
import { type Argv, script } from "@/lib/shell/argv";
import type { Container } from "@/server/container";

/** A Pi under load lists a few hundred rules in about a second. */
const TIMEOUT_MS = 10_000;

/** What a host's kernel says about our table. */
export interface LiveRules {
  /** By name; null: there is no table, or no nft. */
  readonly counters: ReadonlyMap<string, Counted> | null;
  readonly drift: RulesDrift | null;
  readonly atMs: number;
}

const [FAMILY = "", NAME = ""] = TABLE.split(" ");

/** nft itself tells how it lists the kept file, in a network of its own that ends with it. */
const KEPT = `[ -e ${CURRENT_RULES} ] || exit 9
exec unshare -n sh -c 'nft -f ${CURRENT_RULES} && nft -s list table ${TABLE}'`;

const QUESTIONS: readonly Argv[] = [
  ["nft", "-j", "list", "counters", "table", FAMILY, NAME],
  ["nft", "-s", "list", "table", FAMILY, NAME],
  script(KEPT),
];

/** Counters and drift of one host, in one round trip. */
export async function liveRules(
  { ssh, clock }: Pick<Container, "ssh" | "clock">,
  hostId: string,
): Promise<LiveRules | Problem> {
  const borrowed = await ssh.borrow(hostId);
  if (!borrowed.ok) return borrowed.problem;
  try {
    const answers = await borrowed.value.host.ask(QUESTIONS, { timeoutMs: TIMEOUT_MS });
    if (!answers.ok) return answers.problem;
    const [counters, live, kept] = answers.value;
    return {
      counters: parseCounters(counters?.stdout ?? ""),
      drift: kept?.exitCode === 0 ? rulesDrift(kept.stdout, live?.stdout ?? "") : null,
      atMs: clock.nowMs(),
    };
  } finally {
    borrowed.value.release();
  }
}
