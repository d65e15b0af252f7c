import type { LogFrame, LogState } from "@/lib/schemas/kube-log";
import type { LogSource } from "./log-source";
import type { RingBatch } from "./log-ring";

const NEWLINE = 0x0a;
/** Frames that may be on their way; the next one waits for an answer. About half a megabyte. */
const WINDOW = 4;

/** How frames reach one browser. */
export interface LogOutlet {
  /** `done` is called when the browser has taken it. */
  frame(frame: LogFrame, done: () => void): void;
  state(state: LogState): void;
}

interface Viewing {
  readonly source: LogSource;
  readonly outlet: LogOutlet;
  readonly stream: string;
  readonly resume: { readonly epoch: string; readonly nextSeq: number } | null;
}

/** The batch from that line on. */
function cutBefore(batch: RingBatch, seq: number): RingBatch {
  if (seq <= batch.seq) return batch;
  let from = 0;
  for (let n = batch.seq; n < seq; n += 1) from = batch.data.indexOf(NEWLINE, from) + 1;
  return { seq, lines: batch.seq + batch.lines - seq, data: batch.data.subarray(from) };
}

/**
 * Brings one browser what a source has, in order, as fast as it answers. One that is slower than the log is taken
 * to what there still is, and told how many lines it missed. Answers the function that ends it.
 */
export function viewLog({ source, outlet, stream, resume }: Viewing): () => void {
  const { ring, epoch } = source;
  let next = resume?.epoch === epoch ? resume.nextSeq : ring.firstSeq;
  let onTheWay = 0;
  let isOver = false;

  const sendOne = (): boolean => {
    const found = ring.from(next);
    if (found === null) return false;
    const { seq, lines, data } = cutBefore(found, next);
    const missed = seq - next;
    next = seq + lines;
    onTheWay += 1;
    outlet.frame({ stream, epoch, seq, lines, missed, data }, () => {
      onTheWay -= 1;
      source.taken();
      more();
    });
    return true;
  };
  const more = () => {
    while (!isOver && onTheWay < WINDOW && sendOne());
  };
  const leave = source.add({
    more,
    said: (state) => outlet.state(state),
    backlogBytes: () => ring.bytesFrom(next),
  });
  return () => {
    isOver = true;
    leave();
    source.taken();
  };
}
