import type { Clock } from "@/lib/core/clock";

/** Answers that were asked for a moment ago are given again; those that came too late for that are let go. */
export function keepBriefly<T>(clock: Clock, keepMs: number) {
  const known = new Map<string, { readonly untilMs: number; readonly value: Promise<T> }>();
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    for (const [each, { untilMs }] of known) if (untilMs <= clock.nowMs()) known.delete(each);
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = ask();
    known.set(key, { untilMs: clock.nowMs() + keepMs, value });
    return value;
  };
}
