import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";
import { parseUnitBlocks } from "./unit-blocks";

/** Services that make swap at boot. Source: packages dphys-swapfile, zram-tools, zram-config. */
const SWAP_SERVICES = [
  "dphys-swapfile.service",
  "zramswap.service",
  "zram-config.service",
] as const;

export interface SwapState {
  /** "lxc", "container-other" …: swap is the machine's business; null on machines of their own. */
  readonly container: string | null;
  /** Paths that are swapped to now. */
  readonly active: readonly string[];
  /** Services that would bring it back at the next boot. */
  readonly services: readonly string[];
  readonly fstab: string | null;
}

const READ = `printf 'container=%s\\n' "$(systemd-detect-virt --container)"
cat /proc/swaps
printf '%s\\n' --units
systemctl show --property=Id,LoadState,ActiveState,UnitFileState -- "$@"
printf '%s\\n' --fstab
if [ -e /etc/fstab ]; then cat /etc/fstab; else printf '%s\\n' --none; fi`;

/** Swap in use, and what would bring it back. */
export const swapState: Fact<Record<string, never>, SwapState> = {
  id: "swap",
  command: () => script(READ, ...SWAP_SERVICES),
  parse: ({ stdout }) => {
    const [swaps = "", rest = ""] = split(stdout, "--units\n");
    const [units = "", fstab = ""] = split(rest, "--fstab\n");
    const container = /^container=(.*)$/m.exec(swaps)?.[1] ?? "";
    return ok({
      container: container === "" || container === "none" ? null : container,
      active: [...swaps.matchAll(/^(\/\S+)/gm)].map(([, path = ""]) => path),
      services: parseUnitBlocks(units)
        .filter((unit) => unit.exists && (unit.active || unit.enabled))
        .map(({ unit }) => unit),
      fstab: fstab === "--none\n" ? null : fstab,
    });
  },
};

function split(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
