import { sha256Hex } from "@/lib/core/digest";
import type { Problem } from "@/lib/core/problem";
import { fail, type Result } from "@/lib/core/result";
import type { FirewallState } from "@/lib/provision/facts/firewall-state";
import { type Decision, unknown } from "@/lib/provision/step";
import { RULES_PROGRAM } from "@/lib/render/firewall/paths";
import { noRules } from "@/lib/render/nftables/host-file";
import type { Argv, Token } from "@/lib/shell/argv";

/** One host's part in the trial of a site's policy. */
export interface RulesTrialInput {
  readonly hostName: string;
  /** The whole file: rules, forwarding, routes. */
  readonly rules: string;
  /** How long the host waits to be told to keep them. */
  readonly trialSeconds: number;
}

/** By what name host and panel know these rules. */
export const digestOf = ({ rules }: RulesTrialInput): string => sha256Hex(rules);

/** The same rules were kept before, and the kernel has them. Having none is also had by a host that never had any. */
export const areInForce = (input: RulesTrialInput, state: FirewallState): boolean =>
  state.trial === null &&
  ((state.current === digestOf(input) && state.agrees) ||
    (input.rules === noRules() && state.current === null && !state.hasTable));

/** These rules, all of them, with the way back assured. */
export const areOnTrial = (input: RulesTrialInput, { trial, agrees }: FirewallState): boolean =>
  trial !== null && trial.digest === digestOf(input) && trial.isTimed && agrees;

/** Why a step of the trial finds nothing to go on with. */
export function notOnTrial(input: RulesTrialInput, { ended }: FirewallState): Result<Decision> {
  if (ended?.digest !== digestOf(input))
    return unknown(`whether ${input.hostName} stands these rules`);
  return fail(trialOver(input));
}

const trialOver = ({ hostName, trialSeconds }: RulesTrialInput): Problem => ({
  code: "site.trial-over",
  detail: `${hostName} has taken the old rules again, because nobody told it within ${trialSeconds} s to keep the new ones.`,
  remedies: [
    "Resume tries them once more.",
    "Look at what the steps before found; mend the policy where it is in the way.",
  ],
});

/** A call of the program on the host. */
export const rulesCall = (verb: string, ...args: Token[]): Argv => [
  "sh",
  RULES_PROGRAM,
  verb,
  ...args,
];
