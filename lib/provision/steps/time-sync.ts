import { ask } from "@/lib/provision/fact";
import { timeSync } from "@/lib/provision/facts/time-sync";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import { installPackages } from "./install-packages";

const PACKAGE = "systemd-timesyncd";
const UNIT = "systemd-timesyncd.service";

const enable = (unit: string): Action => ({
  kind: "run",
  argv: ["systemctl", "enable", "--now", "--", unit],
  timeoutMs: 30_000,
  why: "keep the clock right, also after a boot",
});

/** Sees to a right clock: any of Debian's time services will do. */
export const timeSyncStep = defineStep({
  id: "host.time",
  typicalMs: 1_500,
  skippable: true,
  label: (_: Record<string, never>) => "time sync",
  title: () => "Keep the clock synchronised",
  why: () =>
    "Certificates are refused by a host whose clock is wrong, and a Raspberry Pi has no clock battery.",
  needs: (_: Record<string, never>) => ({ time: ask(timeSync, {}) }),
  decide: (_, { time }) => {
    if (time.container !== null)
      return inSync(`in a container (${time.container}) the clock is the machine's`);
    const running = time.services.find(({ active, enabled }) => active && enabled);
    if (running !== undefined) return inSync(`${running.unit} is active`);
    const present = time.services.find(({ exists }) => exists);
    if (present !== undefined) return change(`start ${present.unit}`, enable(present.unit));
    return change(`install ${PACKAGE}`, installPackages([PACKAGE], "fresh"), enable(UNIT));
  },
});
