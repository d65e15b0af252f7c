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
  /** What makes swap from a generator at every boot, and is not switched off yet. */
  readonly generators: readonly SwapGenerator[];
}

/** "rpi": the package rpi-swap of Raspberry Pi OS Trixie. "zram": systemd-zram-generator. */
export type SwapGenerator = "rpi" | "zram";

/** Source: swap.conf(5) of rpi-swap; zram-generator.conf(5): an empty file of /etc overrides the package's. */
export const GENERATOR_OFF = {
  rpi: { path: "/etc/rpi/swap.conf.d/90-gandalf.conf", content: "[Main]\nMechanism=none\n" },
  zram: { path: "/etc/systemd/zram-generator.conf", content: "# Written by Gandalf: no swap.\n" },
} as const satisfies Record<SwapGenerator, { path: string; content: string }>;

const READ = `printf 'container=%s\\n' "$(systemd-detect-virt --container)"
cat /proc/swaps
printf '%s\\n' --units
systemctl show --property=Id,LoadState,ActiveState,UnitFileState -- "$@"
printf '%s\\n' --generators
g=/usr/lib/systemd/system-generators
if [ -e $g/rpi-swap-generator ] || [ -e /lib/systemd/system-generators/rpi-swap-generator ]; then grep -qxF Mechanism=none ${GENERATOR_OFF.rpi.path} 2>/dev/null || echo rpi
elif [ -e $g/zram-generator ] && { ls /usr/lib/systemd/zram-generator.conf /etc/systemd/zram-generator.conf* >/dev/null 2>&1; }; then grep -qs '^\\[zram' /etc/systemd/zram-generator.conf || [ ! -e /etc/systemd/zram-generator.conf ] && echo zram; fi
printf '%s\\n' --fstab
if [ -e /etc/fstab ]; then cat /etc/fstab; else printf '%s\\n' --none; fi`;

/** Swap in use, and what would bring it back. */
export const swapState: Fact<Record<string, never>, SwapState> = {
  id: "swap",
  command: () => script(READ, ...SWAP_SERVICES),
  parse: ({ stdout }) => {
    const [swaps = "", rest = ""] = split(stdout, "--units\n");
    const [middle = "", fstab = ""] = split(rest, "--fstab\n");
    const [units = "", generators = ""] = split(middle, "--generators\n");
    const container = /^container=(.*)$/m.exec(swaps)?.[1] ?? "";
    return ok({
      container: container === "" || container === "none" ? null : container,
      active: [...swaps.matchAll(/^(\/\S+)/gm)].map(([, path = ""]) => path),
      services: parseUnitBlocks(units)
        .filter((unit) => unit.exists && (unit.active || unit.enabled))
        .map(({ unit }) => unit),
      generators: (["rpi", "zram"] as const).filter((name) =>
        generators.split("\n").includes(name),
      ),
      fstab: fstab === "--none\n" ? null : fstab,
    });
  },
};

function split(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
