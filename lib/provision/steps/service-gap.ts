import type { UnitState } from "@/lib/provision/facts/unit-state";

/** How a service takes new settings. */
export type Uptake = "restart" | "reload";

/** Source: systemd(1), unit states: a unit that reloads goes on serving. */
const RUNNING = new Set(["active", "reloading", "refreshing"]);

/**
 * Why a service must be started, restarted or reloaded; null when it runs with its files as they are.
 * A restart renews ExecMainStartTimestamp, a reload only StateChangeTimestamp (active → reloading →
 * active): whichever is older than the newest file means that the file was not read.
 */
export function serviceGap(state: UnitState | null, uptake: Uptake): string | null {
  if (state === null) return "is not installed yet";
  if (!RUNNING.has(state.activeState)) return `is ${state.activeState}`;
  if (!state.enabled) return "does not start at boot";
  const since = uptake === "restart" ? state.startedAtMs : state.changedAtMs;
  if (state.filesAtMs === null || since === null) return null;
  return since < state.filesAtMs ? "runs with older files" : null;
}
