import { diffLines, diffWordsWithSpace } from "diff";

/** A run of characters of one line; `changed` ones differ from the line's counterpart. */
export interface DiffPart {
  readonly text: string;
  readonly changed: boolean;
}

/** One line of a difference. Line numbers start at 1. */
export type DiffLine =
  | { readonly kind: "same"; readonly oldNo: number; readonly newNo: number; readonly text: string }
  | { readonly kind: "del"; readonly oldNo: number; readonly parts: readonly DiffPart[] }
  | { readonly kind: "add"; readonly newNo: number; readonly parts: readonly DiffPart[] };

export interface TextDiff {
  readonly lines: readonly DiffLine[];
  readonly added: number;
  readonly removed: number;
}

/** Lines shorter than this share of changed text are marked whole: half-marked noise reads worse. */
const MOST_CHANGED = 0.7;

/** Line by line what turns `before` into `after`, with the changed words of replaced lines. */
export function diffText(before: string, after: string): TextDiff {
  const lines: DiffLine[] = [];
  let removed: string[] = [];
  let oldNo = 1;
  let newNo = 1;
  const flush = (added: readonly string[]) => {
    const marked = markWords(removed, added);
    const del = (parts: readonly DiffPart[]) => lines.push({ kind: "del", oldNo: oldNo++, parts });
    const add = (parts: readonly DiffPart[]) => lines.push({ kind: "add", newNo: newNo++, parts });
    const paired = marked.removed.length === marked.added.length;
    marked.removed.forEach((parts, index) => {
      del(parts);
      if (paired) add(marked.added[index] ?? []);
    });
    if (!paired) marked.added.forEach(add);
    removed = [];
  };
  for (const change of diffLines(ended(before), ended(after))) {
    const texts = change.value.replace(/\n$/, "").split("\n");
    if (change.removed) removed = texts;
    else if (change.added) flush(texts);
    else {
      flush([]);
      for (const text of texts) lines.push({ kind: "same", oldNo: oldNo++, newNo: newNo++, text });
    }
  }
  flush([]);
  const count = (kind: DiffLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  return { lines, added: count("add"), removed: count("del") };
}

/** A missing newline at the end of a file is not a difference worth a line. */
const ended = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);

/** Removed and added lines are compared pair by pair; what has no counterpart is not marked. */
function markWords(removed: readonly string[], added: readonly string[]) {
  const pairs = Math.min(removed.length, added.length);
  const marked = Array.from({ length: pairs }, (_, i) =>
    markPair(removed[i] ?? "", added[i] ?? ""),
  );
  const plain = (text: string): DiffPart[] => [{ text, changed: false }];
  return {
    removed: removed.map((text, i) => marked[i]?.removed ?? plain(text)),
    added: added.map((text, i) => marked[i]?.added ?? plain(text)),
  };
}

function markPair(before: string, after: string) {
  const changes = diffWordsWithSpace(before, after);
  const side = (skip: "added" | "removed") =>
    changes
      .filter((change) => !change[skip])
      .map((change) => ({ text: change.value, changed: change.added || change.removed }));
  const result = { removed: side("added"), added: side("removed") };
  const tooMuch = share(result.removed) > MOST_CHANGED && share(result.added) > MOST_CHANGED;
  if (!tooMuch) return result;
  return {
    removed: [{ text: before, changed: false }],
    added: [{ text: after, changed: false }],
  };
}

function share(parts: readonly DiffPart[]): number {
  const length = (some: readonly DiffPart[]) =>
    some.reduce((sum, part) => sum + part.text.length, 0);
  return length(parts.filter((part) => part.changed)) / Math.max(1, length(parts));
}
