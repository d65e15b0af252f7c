import type { DiffLine } from "./diff";

/** A row of the side-by-side view: what stood there, and what will. */
export interface SideRow {
  readonly left: DiffLine | null;
  readonly right: DiffLine | null;
}

/** Pairs removed lines with the added ones that replace them. */
export function sideRows(lines: readonly DiffLine[]): SideRow[] {
  const rows: SideRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = () => {
    const count = Math.max(removed.length, added.length);
    for (let i = 0; i < count; i++)
      rows.push({ left: removed[i] ?? null, right: added[i] ?? null });
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === "del") removed.push(line);
    else if (line.kind === "add") added.push(line);
    else {
      flush();
      rows.push({ left: line, right: line });
    }
  }
  flush();
  return rows;
}
