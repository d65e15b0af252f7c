import { parseLogLine } from "./parse-log-line";
import { severityOf, type Severity } from "./severity";

/** A line of one of several logs. */
export interface BookLine {
  /** Unique in the book, in the order of arrival. */
  readonly seq: number;
  readonly at: string;
  readonly text: string;
  readonly severity: Severity;
  /** Which log: the index of its container. */
  readonly source: number;
}

/** Lines of several logs, merged by their time; the oldest make room for new ones. */
export interface LogBook {
  /** Text of whole lines, as a frame brings it. */
  add(source: number, text: string): void;
  /** Forgets what came from this source: its numbering began anew. */
  forget(source: number): void;
  /** A new array whenever something changed since the last one. */
  lines(): readonly BookLine[];
}

const isBefore = (a: BookLine, b: BookLine) => a.at < b.at;

/** Puts new lines, in order, among old ones. Only the end of the old ones is ever touched. */
function merge(old: BookLine[], fresh: readonly BookLine[]): void {
  const [first] = fresh;
  if (first === undefined) return;
  let from = old.length;
  while (from > 0 && isBefore(first, old[from - 1] as BookLine)) from -= 1;
  const tail = old.splice(from);
  let at = 0;
  for (const line of fresh) {
    for (let next = tail[at]; next !== undefined && !isBefore(line, next); next = tail[at]) {
      old.push(next);
      at += 1;
    }
    old.push(line);
  }
  for (const line of tail.slice(at)) old.push(line);
}

/** Starts empty; keeps the last `most` lines. */
export function createLogBook(most: number): LogBook {
  let kept: BookLine[] = [];
  let pending: BookLine[] = [];
  let seen: readonly BookLine[] = [];
  let isStale = false;
  let seq = 0;
  return {
    add: (source, text) => {
      const split = text.split("\n");
      if (split.at(-1) === "") split.pop();
      for (const line of split) {
        const { at, text: said } = parseLogLine(line);
        pending.push({ seq: ++seq, at, text: said, severity: severityOf(said), source });
      }
      isStale = true;
    },
    forget: (source) => {
      kept = kept.filter((line) => line.source !== source);
      pending = pending.filter((line) => line.source !== source);
      isStale = true;
    },
    lines: () => {
      if (!isStale) return seen;
      const sources = new Set(pending.map(({ source }) => source));
      // One log keeps its own order, whatever its clock says.
      if (sources.size > 1) pending.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
      merge(kept, pending);
      pending = [];
      if (kept.length > most) kept = kept.slice(-most);
      isStale = false;
      return (seen = [...kept]);
    },
  };
}
