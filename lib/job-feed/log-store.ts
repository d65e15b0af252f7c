import { type AttemptStart, type JobLogLine, type LogEvent, logLine } from "./log-line";

/** Append-only lines of a job, whole and by step. Snapshots are new arrays, made only when asked for. */
export interface LogStore {
  readonly append: (event: LogEvent) => void;
  /** Lines from now on are of this attempt; the next one of each log says so. */
  readonly begin: (attempt: AttemptStart) => void;
  readonly count: () => number;
  /** Lines of one step, or of the job when `node` is null. The same array until a line is added. */
  readonly lines: (node: string | null) => readonly JobLogLine[];
}

interface Shelf {
  readonly lines: JobLogLine[];
  snapshot: readonly JobLogLine[] | null;
  /** The attempt of its last line. */
  attempt: AttemptStart | null;
}

const NONE: readonly JobLogLine[] = [];

/** An empty store. Appending costs the same whether it holds ten lines or a million. */
export function createLogStore(): LogStore {
  const all: Shelf = { lines: [], snapshot: null, attempt: null };
  let current: AttemptStart | null = null;
  const byNode = new Map<string, Shelf>();
  const shelfOf = (node: string): Shelf => {
    const known = byNode.get(node);
    if (known) return known;
    const shelf: Shelf = { lines: [], snapshot: null, attempt: null };
    byNode.set(node, shelf);
    return shelf;
  };
  const put = (shelf: Shelf, line: JobLogLine) => {
    const opens = shelf.attempt === current ? null : current;
    shelf.attempt = current;
    shelf.lines.push(opens === null ? line : { ...line, opens });
    shelf.snapshot = null;
  };
  return {
    begin: (attempt) => {
      current = attempt;
    },
    append: (event) => {
      const line = logLine(event, all.lines.length + 1);
      put(all, line);
      put(shelfOf(event.node), line);
    },
    count: () => all.lines.length,
    lines: (node) => {
      const shelf = node === null ? all : byNode.get(node);
      if (!shelf) return NONE;
      shelf.snapshot ??= shelf.lines.slice();
      return shelf.snapshot;
    },
  };
}
