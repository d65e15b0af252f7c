import { type JobLogLine, type LogEvent, logLine } from "./log-line";

/** Append-only lines of a job, whole and by step. Snapshots are new arrays, made only when asked for. */
export interface LogStore {
  readonly append: (event: LogEvent) => void;
  readonly count: () => number;
  /** Lines of one step, or of the job when `node` is null. The same array until a line is added. */
  readonly lines: (node: string | null) => readonly JobLogLine[];
}

interface Shelf {
  readonly lines: JobLogLine[];
  snapshot: readonly JobLogLine[] | null;
}

const NONE: readonly JobLogLine[] = [];

/** An empty store. Appending costs the same whether it holds ten lines or a million. */
export function createLogStore(): LogStore {
  const all: Shelf = { lines: [], snapshot: null };
  const byNode = new Map<string, Shelf>();
  const shelfOf = (node: string): Shelf => {
    const known = byNode.get(node);
    if (known) return known;
    const shelf: Shelf = { lines: [], snapshot: null };
    byNode.set(node, shelf);
    return shelf;
  };
  const put = (shelf: Shelf, line: JobLogLine) => {
    shelf.lines.push(line);
    shelf.snapshot = null;
  };
  return {
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
