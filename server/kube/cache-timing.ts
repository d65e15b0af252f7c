import { WATCH_TIMING, type WatchTiming } from "./kind-watcher";

/** When things are asked, said and forgotten. */
export interface CacheTiming extends WatchTiming {
  /** A watch over a dead link is silent: this question is not. Together under 10 s. */
  readonly probeEveryMs: number;
  readonly probeTimeoutMs: number;
  /** How long a kind is kept after the last look at it. */
  readonly graceMs: number;
  /** How soon after a change it is said that a kind changed. */
  readonly emitFirstMs: number;
  /** How often at most, while few pages read it. */
  readonly emitEveryMs: number;
  /** What each read after a word adds to that pause, and the longest one: many tabs are told less often. */
  readonly emitPerLookMs: number;
  readonly emitMaxMs: number;
}

export const CACHE_TIMING: CacheTiming = {
  ...WATCH_TIMING,
  probeEveryMs: 5_000,
  probeTimeoutMs: 4_000,
  graceMs: 60_000,
  emitFirstMs: 20,
  emitEveryMs: 200,
  emitPerLookMs: 20,
  emitMaxMs: 1_000,
};
