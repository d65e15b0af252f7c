/** Runs in the page. Source: web.dev, definitions of LCP, INP and CLS. */

/** What one visit felt like. */
export interface Vitals {
  readonly lcpMs: number;
  /** The slowest interaction: of fewer than fifty, that is INP. */
  readonly inpMs: number;
  readonly cls: number;
}

export interface Scripts {
  /** Those that the page itself names. */
  readonly namedBytes: number;
  /** And those that were loaded when it stood: the live connection. */
  readonly allBytes: number;
}

type Window = { seen: Vitals };
type Timed = PerformanceEntry & { interactionId: number; hadRecentInput: boolean; value: number };

/** Before anything else in the page: begins to look. */
export function observeVitals(): void {
  const seen = { lcpMs: 0, inpMs: 0, cls: 0 };
  (window as unknown as Window).seen = seen;
  const watch = (type: string, take: (entry: Timed) => void) =>
    new PerformanceObserver((list) =>
      list.getEntries().forEach((entry) => take(entry as Timed)),
    ).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  watch("largest-contentful-paint", (entry) => (seen.lcpMs = entry.startTime));
  watch("layout-shift", (entry) => (seen.cls += entry.hadRecentInput ? 0 : entry.value));
  watch("event", (entry) => {
    if (entry.interactionId > 0) seen.inpMs = Math.max(seen.inpMs, entry.duration);
  });
}

/** At the end of the visit: what was seen. */
export const readVitals = (): Vitals => (window as unknown as Window).seen;

/** Once the page has come to rest: its scripts, in bytes as they came. */
export async function readScripts(): Promise<Scripts> {
  const html = await (await fetch(location.href)).text();
  const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const scripts = entries.filter(({ name }) => /\/_next\/static\/.*\.js$/.test(name));
  const sum = (chosen: readonly PerformanceResourceTiming[]) =>
    chosen.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  const named = scripts.filter(({ name }) => html.includes(new URL(name).pathname));
  return { namedBytes: sum(named), allBytes: sum(scripts) };
}
