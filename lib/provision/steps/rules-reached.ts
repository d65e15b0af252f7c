import { ask } from "@/lib/provision/fact";
import { firewallState } from "@/lib/provision/facts/firewall-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import {
  areInForce,
  areOnTrial,
  digestOf,
  notOnTrial,
  rulesCall,
  type RulesTrialInput,
} from "./rules-trial-input";

/** Short, because the trial's time runs: a connection that takes longer is no way in. */
const REACH_TIMEOUT_MS = 20_000;

/** Comes in anew while the rules are on trial: connections that stood before prove nothing. */
export const rulesReachedStep = defineStep({
  id: "rules.reached",
  typicalMs: 500,
  label: (_: RulesTrialInput) => "new connection",
  title: ({ hostName }: RulesTrialInput) => `Reach ${hostName} over a new connection`,
  why: ({ hostName }: RulesTrialInput) =>
    `Connections that stood before pass any rules. Only a new one shows that ${hostName} still lets the panel in.`,
  needs: (_: RulesTrialInput) => ({ state: ask(firewallState, {}) }),
  decide: (input, { state }) => {
    if (areInForce(input, state)) return inSync("nothing is on trial");
    if (!areOnTrial(input, state)) return notOnTrial(input, state);
    if (state.trial?.isReached === true) return inSync("the panel came in anew");
    return change(`log in to ${input.hostName} anew`, {
      kind: "run",
      argv: rulesCall("note", "reached", digestOf(input)),
      timeoutMs: REACH_TIMEOUT_MS,
      why: "come in over a new connection",
      fresh: true,
    });
  },
});
