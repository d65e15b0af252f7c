import type { Clock } from "@/lib/core/clock";

/** A clock that a test moves. Sleepers wake when it passes their time. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Starts at the real time: rows the database dates itself stay comparable. */
export function testClock(startMs = Date.now()): TestClock {
  let nowMs = startMs;
  const sleepers = new Set<{ readonly untilMs: number; readonly wake: () => void }>();
  return {
    nowMs: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { untilMs: nowMs + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => resolve(), { once: true });
      }),
    advance: (ms) => {
      nowMs += ms;
      for (const sleeper of sleepers)
        if (sleeper.untilMs <= nowMs) {
          sleepers.delete(sleeper);
          sleeper.wake();
        }
    },
  };
}
