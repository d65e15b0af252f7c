import { ask } from "@/lib/provision/fact";
import { GENERATOR_OFF, swapState } from "@/lib/provision/facts/swap";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import { fstabWithoutSwap } from "@/lib/render/fstab/without-swap";
import { script } from "@/lib/shell/argv";

/** Moving pages back into memory takes a while on an SD card. */
const SWAPOFF_TIMEOUT_MS = 120_000;

/** Turns swap off now and for the next boot. */
export const swapOffStep = defineStep({
  id: "host.swap",
  typicalMs: 500,
  skippable: true,
  label: (_: Record<string, never>) => "swap off",
  title: () => "Turn swap off",
  why: () =>
    "Swapping wears an SD card out and makes memory limits of pods meaningless; Kubernetes plans with real memory only.",
  needs: (_: Record<string, never>) => ({ swap: ask(swapState, {}) }),
  decide: (_, { swap }) => {
    if (swap.container !== null)
      return inSync(`in a container (${swap.container}) swap is the machine's`);
    const fstab = swap.fstab === null ? null : fstabWithoutSwap(swap.fstab);
    const actions: Action[] = [];
    const what: string[] = [];
    if (swap.services.length > 0) {
      what.push(`disable ${swap.services.join(", ")}`);
      actions.push(
        run(["systemctl", "disable", "--now", "--", ...swap.services], "no swap after a boot"),
      );
    }
    for (const generator of swap.generators) {
      what.push(generator === "rpi" ? "tell rpi-swap to make none" : "switch zram's generator off");
      actions.push({
        kind: "write-file",
        previous: null,
        file: { ...GENERATOR_OFF[generator], mode: 0o644, owner: "root:root" },
      });
    }
    if (fstab !== null && fstab !== swap.fstab) {
      what.push("comment swap out in /etc/fstab");
      actions.push({
        kind: "write-file",
        previous: swap.fstab,
        file: { path: "/etc/fstab", content: fstab, mode: 0o644, owner: "root:root" },
      });
    }
    if (swap.active.length > 0) {
      what.push(`swap off ${swap.active.join(", ")}`);
      // A service that was just stopped may have taken its device with it.
      const each = `for p; do ! grep -qF "$p " /proc/swaps || swapoff -- "$p" || exit 1; done`;
      actions.push(run(script(each, ...swap.active), "no swap from now on"));
    }
    const [first, ...rest] = actions;
    return first === undefined ? inSync("no swap") : change(what.join("; "), first, ...rest);
  },
});

const run = (argv: Extract<Action, { kind: "run" }>["argv"], why: string): Action => ({
  kind: "run",
  argv,
  timeoutMs: SWAPOFF_TIMEOUT_MS,
  why,
});
