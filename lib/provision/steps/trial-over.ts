import { ask } from "@/lib/provision/fact";
import { trialOver } from "@/lib/provision/facts/trial";
import { change, defineStep, inSync } from "@/lib/provision/step";

/** Longer than any trial, with the restart of a slow network after it. */
const OVER_TIMEOUT_MS = 150_000;

/** Lets a change that an earlier run left on trial return first, so that this one is decided on settled ground. */
export const trialOverStep = defineStep({
  id: "host.trial",
  typicalMs: 60_000,
  patienceMs: OVER_TIMEOUT_MS,
  label: (_: Record<string, never>) => "no trial",
  title: () => "See that nothing is on trial",
  why: () => "A change that was interrupted returns by itself; only then is the next one begun.",
  needs: (_: Record<string, never>) => ({ trial: ask(trialOver, {}) }),
  decide: (_, { trial }) => {
    if (trial.state === "done") return inSync(trial.note);
    return change("wait until the earlier change has returned", {
      kind: "wait",
      what: "the earlier change has returned",
      until: ask(trialOver, {}),
      everyMs: 2_000,
      timeoutMs: OVER_TIMEOUT_MS,
      away: {
        note: "the host is away while its network restarts",
        remedies: ["Switch the host off and on: at its start it brings the old setting back."],
      },
    });
  },
});
