import { ask } from "@/lib/provision/fact";
import { unitState } from "@/lib/provision/facts/unit-state";
import { change, changeWithRestart, defineStep, inSync } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";
import { enableUnit, serviceGap } from "./service-gap";
import { waitForUnit } from "./wait-for-unit";

export interface K3sServiceInput {
  readonly unit: "k3s.service" | "k3s-agent.service";
  readonly hostName: string;
  readonly files: readonly string[];
  readonly why: string;
}

/** Without waiting: a slow start must not look like a hanging command. Resets the count of failed starts. */
const START = `systemctl reset-failed -- "$1" 2>/dev/null
systemctl enable --quiet -- "$1" && systemctl --no-block restart -- "$1"`;

/** A first start on a Raspberry Pi imports images from its SD card for minutes. */
const UP_TIMEOUT_MS = 600_000;

/** Starts k3s and follows it until systemd hears from it that its API (agent: its node) is up. */
export const k3sServiceStep = defineStep({
  id: "k3s.service",
  typicalMs: 5_500,
  label: ({ unit }: K3sServiceInput) => unit,
  title: ({ unit }: K3sServiceInput) => `Run ${unit}`,
  why: ({ why }: K3sServiceInput) => why,
  needs: ({ unit, files }: K3sServiceInput) => ({ unit: ask(unitState, { unit, files }) }),
  decide: ({ unit, hostName }, { unit: state }) => {
    const gap = serviceGap(state, "restart");
    if (gap === null) return inSync(`${unit} is active and enabled`);
    const summary = `${gap.verb} ${unit}: it ${gap.reason}`;
    if (gap.verb === "enable") return change(summary, enableUnit(unit));
    const up = waitForUnit({ unit, on: hostName, everyMs: 400, timeoutMs: UP_TIMEOUT_MS });
    if (gap.verb === "await") return change(summary, up);
    return changeWithRestart(
      summary,
      [unit],
      {
        kind: "run",
        argv: script(START, unit),
        timeoutMs: 60_000,
        why: "start it, also after a boot",
      },
      up,
    );
  },
});
