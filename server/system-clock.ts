import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "@/lib/core/clock";

/** The machine's own time. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (signal?.aborted !== true) throw error; // an abort only ends the wait
    }
  },
};
