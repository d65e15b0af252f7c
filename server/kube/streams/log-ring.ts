import type { LineBatch } from "./line-batch";

/** What one log keeps for viewers that are behind or come back: about 40,000 lines. */
const MAX_BYTES = 4 * 1024 * 1024;

export interface RingBatch extends LineBatch {
  /** Number of its first line, from 1. */
  readonly seq: number;
}

/** The last lines of a log, numbered without gaps. */
export interface LogRing {
  push(batch: LineBatch): void;
  /** The batch with that line, or the oldest one if it is gone; null when it is yet to come. */
  from(seq: number): RingBatch | null;
  /** Bytes after that line. */
  bytesFrom(seq: number): number;
  /** Number of the oldest line that is kept, and of the next one to come. */
  readonly firstSeq: number;
  readonly nextSeq: number;
  /** Everything that is kept, oldest first. */
  batches(): readonly RingBatch[];
}

/** Starts empty. */
export function createLogRing(maxBytes = MAX_BYTES): LogRing {
  const batches: RingBatch[] = [];
  let bytes = 0;
  let nextSeq = 1;
  return {
    push: ({ data, lines }) => {
      batches.push({ data, lines, seq: nextSeq });
      nextSeq += lines;
      bytes += data.length;
      while (bytes > maxBytes && batches.length > 1) bytes -= batches.shift()?.data.length ?? 0;
    },
    from: (seq) => batches.find((batch) => seq < batch.seq + batch.lines) ?? null,
    bytesFrom: (seq) =>
      batches.reduce((sum, batch) => (batch.seq >= seq ? sum + batch.data.length : sum), 0),
    get firstSeq() {
      return batches[0]?.seq ?? nextSeq;
    },
    get nextSeq() {
      return nextSeq;
    },
    batches: () => batches,
  };
}
