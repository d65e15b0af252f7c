"use client";
import { useRef } from "react";
import { toggled, withKeys, type Selection } from "./column";

/** Ticking rows: one, or with Shift all from the one before to this one. The one before is known by its key: live rows move. */
export function useTicks<Row>(options: {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selection: Selection | undefined;
}) {
  const { rows, rowKey, selection } = options;
  const before = useRef<string | null>(null);
  if (selection === undefined) return null;
  const { keys, onChange } = selection;
  const between = (from: number, to: number) =>
    rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(rowKey);
  return {
    /** `reach`: everything from the row that was ticked before, as that one is. */
    tick: (index: number, reach: boolean) => {
      const row = rows[index];
      if (row === undefined) return;
      const from = rows.findIndex((each) => rowKey(each) === before.current);
      const ranged = reach && from !== -1;
      onChange(
        ranged
          ? withKeys(keys, between(from, index), keys.has(rowKey(rows[from] ?? row)))
          : toggled(keys, rowKey(row)),
      );
      before.current = rowKey(row);
    },
    /** Ticks both, and what is between them. */
    extend: (from: number, to: number) => {
      onChange(withKeys(keys, between(from, to), true));
      const row = rows[to];
      if (row !== undefined) before.current = rowKey(row);
    },
    all: () => onChange(withKeys(keys, rows.map(rowKey), true)),
    /** Only where something is ticked: else the key is somebody else's. */
    none: keys.size > 0 ? () => onChange(new Set()) : undefined,
  };
}
