import { ask } from "@/lib/provision/fact";
import { firewallState } from "@/lib/provision/facts/firewall-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { areInForce, digestOf, rulesCall, type RulesTrialInput } from "./rules-trial-input";

/** Beyond the longest trial there is, and what a host needs to answer afterwards. */
const PATIENCE_MS = 180_000;

/** Takes back what was not kept: at once where the host answers, else it waits until the host has done so itself. */
export const rulesBackStep = defineStep({
  id: "rules.back",
  typicalMs: 500,
  patienceMs: PATIENCE_MS,
  label: (_: RulesTrialInput) => "way back",
  title: ({ hostName }: RulesTrialInput) => `Leave nothing on trial on ${hostName}`,
  why: (_: RulesTrialInput) =>
    "Also when the job fails or is cancelled. A host that these rules have cut off goes back by itself, and is waited for.",
  needs: (_: RulesTrialInput) => ({ state: ask(firewallState, {}) }),
  decide: (input, { state }) => {
    const { hostName } = input;
    if (state.trial !== null)
      return change(`take the old rules of ${hostName} again`, {
        kind: "run",
        argv: rulesCall("back", "asked"),
        timeoutMs: 90_000,
        why: "load the old rules and stop the timer",
      });
    if (areInForce(input, state)) return inSync("nothing was on trial, or it was kept");
    if (state.ended?.digest === digestOf(input) && state.ended.why === "time")
      return inSync(`${hostName} took the old rules again by itself`);
    return inSync("nothing is on trial");
  },
});
