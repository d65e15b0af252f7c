import type { LineBatch } from "./line-batch";

const NEWLINE = 0x0a;

/**
 * Source: kubelet, "RFC3339NanoFixed": of one width, so that text sorts as time. The API takes whole seconds only
 * (`sinceTime` is sent on as RFC 3339), so a log that is taken up again repeats part of a second.
 */
const STAMP_LENGTH = "2026-11-23T10:00:00.000000000".length;
const SECOND_LENGTH = "2026-11-23T10:00:00".length;

/** Lines that were read at the same time may be written this far apart. */
const DISORDER_SECONDS = 2;

/** Source: FNV-1a, twice with other primes, 52 bits together: no text is kept for each line. */
function fingerprint(data: Buffer, from: number, to: number): number {
  let one = 0x811c9dc5;
  let two = 0xcbf29ce4;
  for (let at = from; at < to; at += 1) {
    const byte = data[at] ?? 0;
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two ^ byte, 0x85ebca6b);
  }
  return (one >>> 0) * 2 ** 20 + (two >>> 12);
}

/** Before (<0) or after (>0): the time of the line at `from`, compared with another's. */
const compareStamp = (data: Buffer, from: number, stamp: Buffer): number =>
  data.compare(stamp, 0, STAMP_LENGTH, from, Math.min(from + STAMP_LENGTH, data.length));

/** The time of the last line as `sinceTime` takes it, or null when it has none. */
export function resumeTime(batch: LineBatch): string | null {
  const start = batch.data.lastIndexOf(NEWLINE, batch.data.length - 2) + 1;
  const line = batch.data.toString("latin1", start, start + 40);
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+(Z|[+-]\d\d:\d\d) /.exec(line);
  return match === null ? null : `${match[1]}${match[2]}`;
}

/** Without an object for each line: there may be a hundred thousand in a second. */
function forEachLine(data: Buffer, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < data.length;) {
    const to = data.indexOf(NEWLINE, from) + 1;
    visit(from, to);
    from = to;
  }
}

/**
 * The last of the kept batches, as far back as the log will be repeated from: `since` is what `resumeTime` answered.
 * A second more, for lines that are stamped a little out of order.
 */
export function repeated(kept: readonly LineBatch[], since: string): readonly LineBatch[] {
  const second = Date.parse(since) - 1000;
  const from = kept.findLastIndex((batch) => {
    const first = resumeTime({
      data: batch.data.subarray(0, batch.data.indexOf(NEWLINE) + 1),
      lines: 1,
    });
    return first === null || Date.parse(first) < second;
  });
  return kept.slice(Math.max(0, from));
}

/** Drops what was received before the connection was lost. */
export interface ResumeFilter {
  /** Null when nothing is left of it. */
  apply(batch: LineBatch): LineBatch | null;
  /** Nothing that was received can come any more. */
  readonly isDone: boolean;
}

/** How often each line was received, as counts that are used up. */
function createCounts(kept: readonly LineBatch[]) {
  const prints = new Float64Array(kept.reduce((sum, { lines }) => sum + lines, 0));
  let filled = 0;
  for (const { data } of kept)
    forEachLine(data, (from, to) => (prints[filled++] = fingerprint(data, from, to)));
  prints.sort();
  const isUsed = new Uint8Array(prints.length);
  const firstAt = (print: number): number => {
    let low = 0;
    let high = prints.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((prints[middle] ?? 0) < print) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    /** Whether one of these lines was received and is not used up yet. */
    use: (print: number): boolean => {
      let at = firstAt(print);
      while (prints[at] === print && isUsed[at] === 1) at += 1;
      if (prints[at] !== print) return false;
      isUsed[at] = 1;
      return true;
    },
  };
}

/** The times of the oldest and the newest of these lines. */
function stampsOf(kept: readonly LineBatch[]): { oldest: Buffer | null; newest: Buffer | null } {
  let oldest: Buffer | null = null;
  let newest: Buffer | null = null;
  for (const { data } of kept)
    forEachLine(data, (from) => {
      const isOldest = oldest === null || compareStamp(data, from, oldest) < 0;
      const isNewest = newest === null || compareStamp(data, from, newest) > 0;
      if (isOldest) oldest = data.subarray(from, from + STAMP_LENGTH);
      if (isNewest) newest = data.subarray(from, from + STAMP_LENGTH);
    });
  return { oldest, newest };
}

/** Made from the lines that are kept. A line older than all of them was received, or given up, before. */
export function createResumeFilter(kept: readonly LineBatch[]): ResumeFilter {
  const counts = createCounts(kept);
  const { oldest, newest } = stampsOf(kept);
  // stdout and stderr are stamped apart, so a little disorder around the newest second is normal.
  const secondsAfter = new Set<string>();
  const isNew = (data: Buffer, from: number, to: number): boolean => {
    if (oldest !== null && compareStamp(data, from, oldest) < 0) return false;
    if (newest === null || compareStamp(data, from, newest) > 0)
      secondsAfter.add(data.toString("latin1", from, from + SECOND_LENGTH));
    return !counts.use(fingerprint(data, from, to));
  };
  return {
    apply: ({ data }) => {
      const fresh: Buffer[] = [];
      forEachLine(data, (from, to) => {
        if (isNew(data, from, to)) fresh.push(data.subarray(from, to));
      });
      return fresh.length === 0 ? null : { data: Buffer.concat(fresh), lines: fresh.length };
    },
    get isDone() {
      return secondsAfter.size > DISORDER_SECONDS;
    },
  };
}
