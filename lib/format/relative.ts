import { formatDateTime, type DateStyle } from "./date";
import { formatAge } from "./duration";

const DAY_MS = 86_400_000;

/** The two words a relative time needs in each language. */
export interface RelativeWords {
  readonly now: string;
  readonly ago: (age: string) => string;
}

/** "now", "12 s ago", "3 h ago" under a day; then the date and time. */
export function formatRelative(
  atMs: number,
  nowMs: number,
  style: DateStyle & { readonly words: RelativeWords },
): string {
  const ageMs = nowMs - atMs;
  if (ageMs >= DAY_MS) return formatDateTime(atMs, nowMs, style);
  return ageMs < 1_000 ? style.words.now : style.words.ago(formatAge(ageMs));
}
