/** What the panel's process itself did: figures that other programs on the machine do not change. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { read, type Seat } from "./tab";

/** Source: proc(5): utime and stime, in clock ticks of 10 ms. */
const TICK_MS = 10;
const PROBE_EVERY_MS = 20;

/** CPU time that the process has used so far, ms. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Asks beside the work for what the panel answers without any: how long that takes is how long its loop is held up. */
export function watchLoop(seat: Seat): () => Promise<readonly number[]> {
  const delaysMs: number[] = [];
  let isOver = false;
  const run = async () => {
    while (!isOver) {
      delaysMs.push((await read(seat, "/healthz")).durationMs);
      await sleep(PROBE_EVERY_MS);
    }
  };
  const done = run();
  return async () => {
    isOver = true;
    await done;
    return delaysMs;
  };
}

/** The value that so much of the others do not exceed: 0.99 of them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error("no values");
  return value;
}
