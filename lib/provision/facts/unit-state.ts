import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";
import { unitProperties } from "./unit-blocks";
import { unreadable } from "./unreadable";

export interface UnitState {
  /** systemd's words: active, activating, inactive, failed … */
  readonly activeState: string;
  readonly subState: string;
  readonly enabled: boolean;
  /** The unit file on disk is newer than what systemd knows. */
  readonly needsReload: boolean;
  /** Automatic restarts since it was last started by hand. */
  readonly restarts: number;
  /** When its main process began, ms since 1970; null when it never did. */
  readonly startedAtMs: number | null;
  /** When it last changed state, a reload included; null when it never did. */
  readonly changedAtMs: number | null;
  /** Newest modification of the files it reads, ms since 1970; null when none exists. */
  readonly filesAtMs: number | null;
}

const PROPERTIES =
  "LoadState,ActiveState,SubState,UnitFileState,NeedDaemonReload,NRestarts,ExecMainStartTimestamp,StateChangeTimestamp";

/**
 * Times in microseconds where systemctl can (247 and later), else in seconds; in UTC because the
 * client formats them. Both are of the host's own clock, as the files' times are.
 */
const READ = `u=$1; shift
TZ=UTC systemctl --timestamp=us show --property=${PROPERTIES} -- "$u" 2>/dev/null || TZ=UTC systemctl show --property=${PROPERTIES} -- "$u"
for f; do if [ -e "$f" ]; then printf '%s\\0' "$f"; fi; done | xargs -0r stat -L -c 'file=%.6Y' --`;

/** "Mon 2026-11-23 11:00:28.196130 UTC" → ms since 1970. Whole seconds count as their end. */
export function systemdTimeMs(text: string): number | null {
  const found = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)? UTC/.exec(text);
  if (found === null) return null;
  const [, day = "", time = "", fraction] = found;
  const seconds = Date.parse(`${day}T${time}Z`);
  return seconds + (fraction === undefined ? 999 : Number(fraction) * 1000);
}

/** A service against the files it reads; null when systemd does not know it. */
export const unitState: Fact<
  { readonly unit: string; readonly files: readonly string[] },
  UnitState | null
> = {
  id: "unit-state",
  command: ({ unit, files }) => script(READ, unit, ...files),
  parse: (output, { unit }) => {
    const values = unitProperties(output.stdout);
    const word = (key: string) => values.get(key) ?? "";
    if (!values.has("LoadState")) return unreadable(unit, output);
    if (word("LoadState") === "not-found") return ok(null);
    const times = [...output.stdout.matchAll(/^file=(\d+\.\d+)$/gm)].map(
      ([, at]) => Number(at) * 1000,
    );
    return ok({
      activeState: word("ActiveState"),
      subState: word("SubState"),
      enabled: word("UnitFileState") === "enabled",
      needsReload: word("NeedDaemonReload") === "yes",
      restarts: Number(word("NRestarts") || "0"),
      startedAtMs: systemdTimeMs(word("ExecMainStartTimestamp")),
      changedAtMs: systemdTimeMs(word("StateChangeTimestamp")),
      filesAtMs: times.length === 0 ? null : Math.max(...times),
    });
  },
};
