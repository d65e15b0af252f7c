import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";
import { parseUnitBlocks, type UnitSummary } from "./unit-blocks";

/** Debian's time services, the one we would install first. */
const TIME_SERVICES = [
  "systemd-timesyncd.service",
  "chrony.service",
  "ntpsec.service",
  "ntp.service",
  "openntpd.service",
] as const;

export interface TimeSync {
  /** "lxc", "container-other" …: its clock is the machine's; null on machines of their own. */
  readonly container: string | null;
  readonly services: readonly UnitSummary[];
}

const READ = `printf 'container=%s\\n' "$(systemd-detect-virt --container)"
systemctl show --property=Id,LoadState,ActiveState,UnitFileState -- "$@"`;

/** Which time services there are and whether they run. */
export const timeSync: Fact<Record<string, never>, TimeSync> = {
  id: "time-sync",
  command: () => script(READ, ...TIME_SERVICES),
  parse: ({ stdout }) => {
    const container = /^container=(.*)$/m.exec(stdout)?.[1] ?? "";
    return ok({
      container: container === "" || container === "none" ? null : container,
      services: parseUnitBlocks(stdout.replace(/^container=.*\n/, "")),
    });
  },
};
