const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * The two largest units of a duration: "350 ms", "4.2 s", "41 s", "3 min 41 s", "6 h 14 min", "41 d".
 * Units are the same in every language of the panel; only the decimal sign follows the locale.
 */
export function formatDuration(durationMs: number, locale: string): string {
  const ms = Math.max(0, durationMs);
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
  if (ms < 10 * SECOND_MS) return `${decimal(ms / SECOND_MS, locale)} s`;
  if (ms < HOUR_MS - SECOND_MS / 2) {
    const seconds = Math.round(ms / SECOND_MS);
    return seconds < 60 ? `${seconds} s` : pair(Math.floor(seconds / 60), "min", seconds % 60, "s");
  }
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 24 * 60) return pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(ms / HOUR_MS);
  return hours < 72
    ? pair(Math.floor(hours / 24), "d", hours % 24, "h")
    : `${Math.round(ms / DAY_MS)} d`;
}

/** Only the largest unit, for ages: "12 s", "3 min", "2 h", "41 d". */
export function formatAge(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} d`;
}

const decimal = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);

function pair(large: number, largeUnit: string, ...[small, smallUnit]: [number, string]): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
