import { ask } from "@/lib/provision/fact";
import { unitState } from "@/lib/provision/facts/unit-state";
import { change, changeWithRestart, defineStep, inSync } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";
import { enableUnit, serviceGap, type Uptake } from "./service-gap";
import { waitForUnit } from "./wait-for-unit";

export interface ServiceInput {
  readonly unit: string;
  /** Files whose change it must take up. */
  readonly files: readonly string[];
  readonly uptake: Uptake;
  readonly why: string;
}

const VERB = { start: "restart", restart: "restart", reload: "reload-or-restart" } as const;

/** The journal is the reason when it fails. */
const START = `systemctl reset-failed -- "$1" 2>/dev/null
systemctl enable --quiet -- "$1" && systemctl "$2" -- "$1" || { journalctl --unit="$1" --lines=20 --output=cat --no-pager >&2; exit 1; }`;

/** Source: systemd's own limit for a start is 90 s. */
const START_TIMEOUT_MS = 120_000;

/** Keeps a service enabled, active and up to date with its files. */
export const serviceStep = defineStep({
  id: "service",
  typicalMs: 1_200,
  label: ({ unit }: ServiceInput) => unit,
  title: ({ unit }: ServiceInput) => `Run ${unit}`,
  why: ({ why }: ServiceInput) => why,
  needs: ({ unit, files }: ServiceInput) => ({ unit: ask(unitState, { unit, files }) }),
  decide: ({ unit, uptake }, { unit: state }) => {
    const gap = serviceGap(state, uptake);
    if (gap === null) return inSync(`${unit} is active and enabled`);
    const summary = `${gap.verb} ${unit}: it ${gap.reason}`;
    if (gap.verb === "enable") return change(summary, enableUnit(unit));
    // HAProxy goes on reloading for a moment after systemctl has returned.
    const up = waitForUnit({ unit, everyMs: 100, timeoutMs: START_TIMEOUT_MS });
    if (gap.verb === "await") return change(summary, up);
    return changeWithRestart(
      summary,
      [unit],
      {
        kind: "run",
        argv: script(START, unit, VERB[gap.verb]),
        timeoutMs: START_TIMEOUT_MS,
        why: "let it run with these files, also after a boot",
      },
      up,
    );
  },
});
