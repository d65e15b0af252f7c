import type { Clock } from "@/lib/core/clock";

interface Rhythm {
  /** After the first call: long enough to gather what belongs together, short enough to feel at once. */
  readonly firstMs: number;
  /** At most one run in this time. */
  readonly everyMs: number;
}

interface Options {
  /** Asked anew at every call that waits. */
  readonly rhythm: () => Rhythm;
  readonly emit: () => void;
}

/** Runs `emit` soon after the first call, then at most as often as the rhythm says; calls in between become one. */
export function throttle(clock: Clock, { rhythm, emit }: Options): () => void {
  let pending = false;
  let lastMs = -Infinity;
  return () => {
    if (pending) return;
    pending = true;
    const { firstMs, everyMs } = rhythm();
    // Never longer than that, also when the machine's clock was put back.
    const waitMs = Math.max(firstMs, Math.min(everyMs, lastMs + everyMs - clock.nowMs()));
    void clock.sleep(waitMs).then(() => {
      pending = false;
      lastMs = clock.nowMs();
      emit();
    });
  };
}
