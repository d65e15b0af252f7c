import { ask } from "@/lib/provision/fact";
import { unitState } from "@/lib/provision/facts/unit-state";
import { changeWithRestart, defineStep, inSync } from "@/lib/provision/step";

export interface StopServiceInput {
  readonly unit: string;
  readonly why: string;
}

/** Source: systemd's own limit for a stop is 90 s. */
const STOP_TIMEOUT_MS = 120_000;

/** Stops a service for good. */
export const stopServiceStep = defineStep({
  id: "service.stop",
  typicalMs: 1_500,
  label: ({ unit }: StopServiceInput) => `stop ${unit}`,
  title: ({ unit }: StopServiceInput) => `Stop ${unit} for good`,
  why: ({ why }: StopServiceInput) => why,
  needs: ({ unit }: StopServiceInput) => ({ unit: ask(unitState, { unit, files: [] }) }),
  decide: ({ unit }, { unit: state }) => {
    if (state === null) return inSync(`there is no ${unit}`);
    const stopped = state.activeState === "inactive" || state.activeState === "failed";
    if (stopped && !state.enabled) return inSync(`${unit} is ${state.activeState} and disabled`);
    return changeWithRestart(`stop and disable ${unit}`, [unit], {
      kind: "run",
      argv: ["systemctl", "disable", "--now", "--", unit],
      timeoutMs: STOP_TIMEOUT_MS,
      why: "stop it, also after a boot",
    });
  },
});
