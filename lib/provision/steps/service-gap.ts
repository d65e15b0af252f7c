import type { Action } from "@/lib/provision/step";
import type { UnitState } from "@/lib/provision/facts/unit-state";

/** How a service takes new settings. */
export type Uptake = "restart" | "reload";

/** Source: systemd(1), unit states: a unit that reloads goes on serving. */
const RUNNING = new Set(["active", "reloading", "refreshing"]);

/** What a service lacks. */
export interface ServiceGap {
  /** Completes "it …". */
  readonly reason: string;
  /** "enable", "await": it runs or starts as it shall, and only lacks this. */
  readonly verb: "enable" | "start" | "await" | Uptake;
}

/**
 * Why a service must be enabled, started, restarted or reloaded; null when it runs with its files as
 * they are. A restart renews ExecMainStartTimestamp, a reload only StateChangeTimestamp (active →
 * reloading → active): whichever is older than the newest file means that the file was not read.
 */
export function serviceGap(state: UnitState | null, uptake: Uptake): ServiceGap | null {
  if (state === null) return { verb: "start", reason: "is not installed yet" };
  const since = uptake === "restart" ? state.startedAtMs : state.changedAtMs;
  const stale = state.filesAtMs !== null && since !== null && since < state.filesAtMs;
  if (isStarting(state) && !stale && state.enabled)
    return { verb: "await", reason: "is still starting" };
  if (!RUNNING.has(state.activeState)) return { verb: "start", reason: `is ${state.activeState}` };
  if (stale) return { verb: uptake, reason: "runs with older files" };
  return state.enabled ? null : { verb: "enable", reason: "does not start at boot" };
}

/** A start that failed so often is begun anew, with its count of failures. */
const HOPELESS_RESTARTS = 3;

/** Found so after the panel was restarted: starting it again would only lose time. */
const isStarting = ({ activeState, subState, restarts }: UnitState) =>
  activeState === "activating" && subState !== "auto-restart" && restarts < HOPELESS_RESTARTS;

/** The command for a service that only has to start at boot as well. */
export const enableUnit = (unit: string): Action => ({
  kind: "run",
  argv: ["systemctl", "enable", "--", unit],
  timeoutMs: 60_000,
  why: "let it start at boot",
});
