/** Where and how dates are written. `timeZone` is the viewer's own when left out. */
export interface DateStyle {
  readonly locale: string;
  readonly timeZone?: string;
}

const zone = ({ timeZone }: DateStyle) => (timeZone === undefined ? {} : { timeZone });

/** "10:04:31", always 24 hours: what logs and job lists show. */
export const formatClock = (atMs: number, style: DateStyle): string =>
  new Intl.DateTimeFormat(style.locale, {
    ...zone(style),
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).format(atMs);

/** "17 Nov, 02:14"; with the year when it is not the one of `nowMs`. */
export function formatDateTime(atMs: number, nowMs: number, style: DateStyle): string {
  return new Intl.DateTimeFormat(style.locale, {
    ...zone(style),
    day: "numeric",
    month: "short",
    ...(sameYear(atMs, nowMs) ? {} : { year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(atMs);
}

/** "17 Nov"; with the year when it is not the one of `nowMs`. */
export function formatDate(atMs: number, nowMs: number, style: DateStyle): string {
  return new Intl.DateTimeFormat(style.locale, {
    ...zone(style),
    day: "numeric",
    month: "short",
    ...(sameYear(atMs, nowMs) ? {} : { year: "numeric" }),
  }).format(atMs);
}

const sameYear = (aMs: number, bMs: number) =>
  new Date(aMs).getUTCFullYear() === new Date(bMs).getUTCFullYear();
