import { fail } from "@/lib/core/result";
import { ask } from "@/lib/provision/fact";
import { timeZoneState } from "@/lib/provision/facts/time-zone";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";
import { installPackages } from "./install-packages";

export interface TimeZoneInput {
  readonly zone: string;
}

/** Both places, each whole at any moment. Source: localtime(5); Debian's /etc/timezone where the host has it. */
const SET = `[ -f "/usr/share/zoneinfo/$1" ] || { echo "there is no zone $1" >&2; exit 1; }
ln -snf "/usr/share/zoneinfo/$1" /etc/localtime.gandalf && mv -fT /etc/localtime.gandalf /etc/localtime || exit 1
if [ -e /etc/timezone ]; then printf '%s\\n' "$1" >/etc/timezone.gandalf && mv -f /etc/timezone.gandalf /etc/timezone; fi`;

/** Sets the clock's zone: for logs, timers and people. */
export const timeZoneStep = defineStep({
  id: "host.time-zone",
  typicalMs: 300,
  skippable: true,
  label: (_: TimeZoneInput) => "time zone",
  title: ({ zone }: TimeZoneInput) => `Set the time zone to ${zone}`,
  why: () => "Times in logs and of timers are the ones on your own clock.",
  needs: ({ zone }: TimeZoneInput) => ({ found: ask(timeZoneState, { zone }) }),
  decide: ({ zone }, { found }) => {
    const { timezoneFile } = found;
    if (found.zone === zone && (timezoneFile === null || timezoneFile === zone))
      return inSync(`in ${zone}`);
    if (found.known === false)
      return fail({
        code: "host.unsuitable",
        detail: `The host does not know the time zone ${zone}.`,
        remedies: ["Choose a zone such as Europe/Madrid, or update the host's package tzdata."],
      });
    const set: Action = {
      kind: "run",
      argv: script(SET, zone),
      timeoutMs: 15_000,
      why: "set it now and for the next boot",
    };
    const before = found.zone === zone ? `${timezoneFile ?? "none"} in /etc/timezone` : found.zone;
    const summary = `time zone: ${before ?? "none"} → ${zone}`;
    return found.known === null
      ? change(summary, installPackages(["tzdata"], "fresh"), set)
      : change(summary, set);
  },
});
