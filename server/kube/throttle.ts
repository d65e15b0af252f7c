import type { Clock } from "@/lib/core/clock";

interface Rhythm {
  /** After the first call: long enough to gather what belongs together, short enough to feel at once. */
  readonly firstMs: number;
  /** At most one run in this time. */
  readonly everyMs: number;
}

/** Runs `emit` soon after the first call, then at most once per `everyMs`; calls in between become one. */
export function throttle(clock: Clock, rhythm: Rhythm, emit: () => void): () => void {
  let pending = false;
  let lastMs = -Infinity;
  return () => {
    if (pending) return;
    pending = true;
    const waitMs = Math.max(rhythm.firstMs, lastMs + rhythm.everyMs - clock.nowMs());
    void clock.sleep(waitMs).then(() => {
      pending = false;
      lastMs = clock.nowMs();
      emit();
    });
  };
}
