import { ask } from "@/lib/provision/fact";
import { fileState } from "@/lib/provision/facts/file-state";
import { firewallState } from "@/lib/provision/facts/firewall-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { CURRENT_RULES, TRIAL_RULES } from "@/lib/render/firewall/paths";
import {
  areInForce,
  areOnTrial,
  digestOf,
  rulesCall,
  type RulesTrialInput,
} from "./rules-trial-input";

/** Before and after the trial the same is measured, so that old troubles are not blamed on new rules. */
const BEFORE_TIMEOUT_MS = 120_000;
/** The program gives nft 20 s, and waits as long for a call before it. */
const TRY_TIMEOUT_MS = 60_000;

/** Loads the new rules for a while. From here on the host goes back to the old ones unless it is told not to. */
export const rulesOnTrialStep = defineStep({
  id: "rules.trial",
  typicalMs: 3_000,
  label: (_: RulesTrialInput) => "on trial",
  title: ({ hostName }: RulesTrialInput) => `Try the rules on ${hostName}`,
  why: ({ hostName, trialSeconds }: RulesTrialInput) =>
    `${hostName} takes the old rules again by itself after ${trialSeconds} s, and at every boot, unless the panel comes in over a new connection and tells it to keep these.`,
  needs: (_: RulesTrialInput) => ({
    state: ask(firewallState, {}),
    file: ask(fileState, { path: CURRENT_RULES }),
  }),
  decide: (input, { state, file }) => {
    const { rules, hostName, trialSeconds } = input;
    if (areInForce(input, state))
      return inSync("the kernel has these rules, and so has the next boot");
    if (areOnTrial(input, state)) return inSync("on trial");
    const drift = state.current === digestOf(input) && state.trial === null;
    return change(
      drift
        ? `load the rules again: the kernel of ${hostName} has others than were kept`
        : `try the new rules for ${trialSeconds} s`,
      {
        kind: "consult",
        task: "before",
        what: "it is measured what gets through now",
        timeoutMs: BEFORE_TIMEOUT_MS,
      },
      {
        kind: "write-file",
        previous: file?.text ?? null,
        file: {
          path: TRIAL_RULES,
          content: rules,
          mode: 0o600,
          owner: "root:root",
          validate: ["nft", "-c", "-f", "{file}"],
        },
      },
      {
        kind: "run",
        argv: rulesCall("try", digestOf(input), trialSeconds),
        timeoutMs: TRY_TIMEOUT_MS,
        why: "set the timer that takes them back, then load them",
      },
    );
  },
});
