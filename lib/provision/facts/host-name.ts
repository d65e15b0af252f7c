import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";
import { unreadable } from "./unreadable";

export interface HostName {
  readonly live: string;
  /** What the next boot takes; null when nothing is stored. */
  readonly saved: string | null;
}

const READ = `uname -n; if [ -e /etc/hostname ]; then cat /etc/hostname; fi`;

/** The host's name now and after the next boot. */
export const hostName: Fact<Record<string, never>, HostName> = {
  id: "host-name",
  command: () => script(READ),
  parse: (output) => {
    const [live, saved] = output.stdout.split("\n").map((line) => line.trim());
    if (output.exitCode !== 0 || live === undefined || live === "")
      return unreadable("the host name", output);
    return ok({ live, saved: saved === undefined || saved === "" ? null : saved });
  },
};
