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

const KEEP_TIMEOUT_MS = 20_000;

/** Tells the host to keep the rules, over one more new connection and while its timer still runs. */
export const rulesKeptStep = defineStep({
  id: "rules.kept",
  typicalMs: 700,
  label: (_: RulesTrialInput) => "kept",
  title: ({ hostName }: RulesTrialInput) => `Keep the rules on ${hostName}`,
  why: ({ hostName }: RulesTrialInput) =>
    `Only now do they survive a boot. Said over a new connection, and refused by ${hostName} once its timer has run out.`,
  needs: (_: RulesTrialInput) => ({ state: ask(firewallState, {}) }),
  decide: (input, { state }) => {
    if (areInForce(input, state))
      return inSync("the kernel has these rules, and so has the next boot");
    if (!areOnTrial(input, state)) return notOnTrial(input, state);
    return change("keep these rules", {
      kind: "run",
      argv: rulesCall("keep", digestOf(input)),
      timeoutMs: KEEP_TIMEOUT_MS,
      why: "make them what a boot loads, then stop the timer",
      fresh: true,
    });
  },
});
