import type { HostPlace } from "@/lib/provision/host";
import type { Action } from "@/lib/provision/step";
import { TRIAL_PENDING, TRIAL_PROGRAM } from "@/lib/render/trial/paths";

/** The host brings the old files back after this long, whatever happens to the panel. */
const TRIAL_S = 90;
/** The panel gives up first: the timer is already running when it begins to try. */
const KEEP_TIMEOUT_MS = 75_000;
/** From giving up to the old setting at work again, on a slow host. */
const RETURNS_MS = 60_000;

/** A change that may lock the panel out. */
export interface Trial {
  /** What reads the files again, as the program on the host calls it. */
  readonly kind: "ssh" | "networkd" | "networkmanager" | "netplan" | "dhcpcd" | "ifupdown";
  /** Its interface; "-" where there is none. */
  readonly device: string;
  /** Whatever is written, so that it can come back. */
  readonly writes: readonly Extract<Action, { kind: "write-file" }>[];
  /** Where the host answers then. */
  readonly place: HostPlace;
  /** Completes "Waiting until …". */
  readonly what: string;
}

/** Armed first, then changed, then kept over a new connection; or the host takes it back by itself. */
export function trialActions(trial: Trial): readonly [Action, ...Action[]] {
  const { kind, device, writes, place, what } = trial;
  const paths = writes.map(({ file }) => file.path);
  return [
    {
      kind: "run",
      argv: [TRIAL_PROGRAM, "arm", TRIAL_S, kind, device, ...paths],
      timeoutMs: 30_000,
      why: `keep what is there, and bring it back in ${TRIAL_S} s unless it is told otherwise`,
    },
    ...writes,
    {
      kind: "run",
      argv: [TRIAL_PROGRAM, "apply"],
      timeoutMs: 60_000,
      why: "check the new files, then let them take effect a second from now",
    },
    {
      kind: "keep-at",
      place,
      argv: [TRIAL_PROGRAM, "keep"],
      what,
      timeoutMs: KEEP_TIMEOUT_MS,
      pending: TRIAL_PENDING,
      returnsMs: RETURNS_MS,
    },
  ];
}
