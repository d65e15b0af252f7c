import type { DiffLine } from "./diff";

/** A run of lines that is shown, or one that is folded away with its count. */
export type DiffBlock =
  | { readonly kind: "lines"; readonly lines: readonly DiffLine[] }
  | { readonly kind: "fold"; readonly of: DiffLine["kind"]; readonly lines: readonly DiffLine[] };

export interface FoldOptions {
  /** Unchanged lines kept on each side of a change. */
  readonly context: number;
  /** A longer run of added or removed lines is folded behind this many. */
  readonly longestRun: number;
}

/** Folds long unchanged runs around changes, and the tail of very long added or removed ones. */
export function foldDiff(lines: readonly DiffLine[], options: FoldOptions): DiffBlock[] {
  const runs = runsOf(lines);
  return runs.flatMap((run, index) =>
    run.kind === "same"
      ? foldSame(run.lines, {
          head: index === 0 ? 0 : options.context,
          tail: index === runs.length - 1 ? 0 : options.context,
        })
      : foldTail(run, options.longestRun),
  );
}

interface Run {
  readonly kind: DiffLine["kind"];
  readonly lines: DiffLine[];
}

function runsOf(lines: readonly DiffLine[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.kind === line.kind) last.lines.push(line);
    else runs.push({ kind: line.kind, lines: [line] });
  }
  return runs;
}

function foldSame(lines: readonly DiffLine[], keep: { head: number; tail: number }): DiffBlock[] {
  const hidden = lines.length - keep.head - keep.tail;
  if (hidden < 2) return [{ kind: "lines", lines }];
  return [
    { kind: "lines" as const, lines: lines.slice(0, keep.head) },
    {
      kind: "fold" as const,
      of: "same" as const,
      lines: lines.slice(keep.head, keep.head + hidden),
    },
    { kind: "lines" as const, lines: lines.slice(keep.head + hidden) },
  ].filter((block) => block.lines.length > 0);
}

function foldTail({ kind, lines }: Run, longest: number): DiffBlock[] {
  if (lines.length <= longest + 1) return [{ kind: "lines", lines }];
  return [
    { kind: "lines", lines: lines.slice(0, longest) },
    { kind: "fold", of: kind, lines: lines.slice(longest) },
  ];
}
