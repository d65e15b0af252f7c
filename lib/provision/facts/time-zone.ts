import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

export interface TimeZoneState {
  /** "Europe/Madrid"; null where /etc/localtime is no link into the zones. */
  readonly zone: string | null;
  /** Debian's second place, which some programs read; null where there is none. */
  readonly timezoneFile: string | null;
  /** Whether the host knows the zone that was asked about; null when its package is not there at all. */
  readonly known: boolean | null;
}

const READ = `readlink /etc/localtime 2>/dev/null || echo
if [ ! -e /usr/share/zoneinfo/Etc/UTC ]; then echo none; elif [ -f "/usr/share/zoneinfo/$1" ]; then echo known; else echo unknown; fi
cat /etc/timezone 2>/dev/null || :`;

/** The host's time zone. Source: localtime(5). */
export const timeZoneState: Fact<{ readonly zone: string }, TimeZoneState> = {
  id: "time-zone",
  command: ({ zone }) => script(READ, zone),
  parse: ({ stdout }) => {
    const [path = "", known = "", debian = ""] = stdout.split("\n").map((line) => line.trim());
    return ok({
      zone: /\/zoneinfo\/(.+)$/.exec(path)?.[1] ?? null,
      timezoneFile: debian === "" ? null : debian,
      known: known === "none" ? null : known === "known",
    });
  },
};
