import type { KubeRow } from "./kind";

/** What must go from one version of a kind's rows, and what must be added, to have the next one. */
export interface RowDifference<Row> {
  readonly removed: ReadonlySet<Row>;
  readonly added: readonly Row[];
}

/**
 * Compares two versions in one pass. Rows keep their place and their identity until they change, and new ones come last:
 * so both go side by side. Where they do not, as after a new list, more is removed and added than needed, and the
 * result is the same.
 */
export function rowDifference<Row extends KubeRow>(
  before: readonly Row[],
  after: readonly Row[],
): RowDifference<Row> {
  const removed = new Set<Row>();
  const added: Row[] = [];
  let at = 0;
  for (const row of before) {
    const next = after[at];
    if (next === row) at += 1;
    else removed.add(row);
    if (next === undefined || next === row || next.uid !== row.uid) continue;
    added.push(next);
    at += 1;
  }
  return { removed, added: added.concat(after.slice(at)) };
}

/** A sorted list without what is gone, and with what is new in its place. */
export function mendOrder<Row>(
  sorted: readonly Row[],
  { removed, added }: RowDifference<Row>,
  compare: (a: Row, b: Row) => number,
): readonly Row[] {
  const kept = removed.size === 0 ? sorted : sorted.filter((row) => !removed.has(row));
  const mended: Row[] = [];
  let from = 0;
  for (const row of [...added].sort(compare)) {
    const to = placeOf(row, kept, compare);
    for (; from < to; from += 1) mended.push(kept[from] as Row);
    mended.push(row);
  }
  return mended.concat(kept.slice(from));
}

/** How many of the sorted rows come before it. */
function placeOf<Row>(
  row: Row,
  sorted: readonly Row[],
  compare: (a: Row, b: Row) => number,
): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as Row, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
