import { ask } from "@/lib/provision/fact";
import { firewallState } from "@/lib/provision/facts/firewall-state";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import {
  areInForce,
  areOnTrial,
  digestOf,
  notOnTrial,
  rulesCall,
  type RulesTrialInput,
} from "./rules-trial-input";

export interface RulesProvedInput extends RulesTrialInput {
  /** Who has the last word: what was measured, or a person who sees it. */
  readonly keep: "proof" | "person";
}

/** Sees on the wire that the hosts do as the policy says, and that what runs on them goes on. */
export const rulesProvedStep = defineStep({
  id: "rules.proved",
  typicalMs: 8_000,
  label: (_: RulesProvedInput) => "proof",
  title: (_: RulesProvedInput) => "Prove the rules on the wire",
  why: (_: RulesProvedInput) =>
    "Every pair of hosts tries every port that the policy speaks of. Where a cluster runs, its nodes must stay Ready, its names and services reachable. What was so before the trial is told, and is no reason to go back.",
  needs: (_: RulesProvedInput) => ({ state: ask(firewallState, {}) }),
  decide: (input, { state }) => {
    const { keep, trialSeconds } = input;
    if (areInForce(input, state)) return inSync("nothing is on trial");
    if (!areOnTrial(input, state)) return notOnTrial(input, state);
    if (state.trial?.isProved === true) return inSync("the wire agrees with the policy");
    const timeoutMs = trialSeconds * 1000;
    const word: readonly Action[] =
      keep === "proof"
        ? []
        : [{ kind: "consult", task: "word", what: "somebody says Keep", timeoutMs }];
    return change(
      keep === "proof" ? "measure every pair of hosts" : "measure, then wait for your word",
      {
        kind: "consult",
        task: "proof",
        what: "the wire agrees with the policy, between all hosts",
        timeoutMs,
      },
      ...word,
      {
        kind: "run",
        argv: rulesCall("note", "proved", digestOf(input)),
        timeoutMs: 20_000,
        why: "note it on the host",
      },
    );
  },
});
