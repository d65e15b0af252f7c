import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

export interface Cgroups {
  readonly version: 1 | 2;
  readonly enabled: readonly string[];
  /** A Raspberry Pi's kernel arguments file; null elsewhere. */
  readonly cmdlineFile: string | null;
}

const READ = `if [ -e /sys/fs/cgroup/cgroup.controllers ]; then printf 'v2 '; cat /sys/fs/cgroup/cgroup.controllers; else cat /proc/cgroups; fi
for f in /boot/firmware/cmdline.txt /boot/cmdline.txt; do [ -f "$f" ] && printf 'cmdline %s\\n' "$f" && break; done
:`;

/** Controllers the kernel offers. Source: cgroups(7), "/proc/cgroups"; kernel docs, cgroup-v2 "cgroup.controllers". */
export const cgroups: Fact<Record<string, never>, Cgroups> = {
  id: "cgroups",
  command: () => script(READ),
  parse: ({ stdout }) => {
    const cmdlineFile = /^cmdline (\/\S+)$/m.exec(stdout)?.[1] ?? null;
    const unified = /^v2 (.*)$/m.exec(stdout)?.[1];
    if (unified !== undefined)
      return ok({ version: 2, enabled: unified.split(" ").filter(Boolean), cmdlineFile });
    const rows = [...stdout.matchAll(/^([a-z_]+)\t\d+\t\d+\t1$/gm)];
    return ok({ version: 1, enabled: rows.map(([, name = ""]) => name), cmdlineFile });
  },
};
