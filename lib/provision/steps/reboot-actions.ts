import { ask } from "@/lib/provision/fact";
import { bootedAnew } from "@/lib/provision/facts/boot-id";
import type { Action } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";

/** Source: PRODUCT; a Raspberry Pi that checks a large disk stays below it. */
export const BACK_TIMEOUT_MS = 600_000;

/**
 * The host itself compares: never a second time, whoever asks. A timer, so that the answer is out before the network
 * goes. A host that is going down already, or has the timer, needs nothing more.
 */
const REBOOT = `[ "$(cat /proc/sys/kernel/random/boot_id)" = "$1" ] || exit 0
[ "$(systemctl is-system-running)" != stopping ] || exit 0
systemctl is-active --quiet gandalf-reboot.timer && exit 0
exec systemd-run --quiet --collect --unit=gandalf-reboot --on-active=1s --timer-property=AccuracySec=100ms systemctl reboot`;

/** Ends this boot, and sees the host come back in another one. */
export const rebootActions = (hostName: string, boot: string): readonly [Action, Action] => [
  {
    kind: "run",
    argv: script(REBOOT, boot),
    timeoutMs: 30_000,
    why: "reboot it a second from now",
  },
  {
    kind: "wait",
    what: `${hostName} answers over SSH in another boot, with the key that was confirmed`,
    until: ask(bootedAnew, { from: boot }),
    everyMs: 2_000,
    timeoutMs: BACK_TIMEOUT_MS,
    away: {
      note: `${hostName} is away`,
      remedies: [
        `Look at the screen and the power light of ${hostName}: it may wait for a key, check its disk, or be off. When it is back, Resume goes on without rebooting it again.`,
      ],
    },
  },
];
