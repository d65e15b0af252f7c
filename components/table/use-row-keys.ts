"use client";
import { useState, type KeyboardEvent, type RefObject } from "react";

/** J and K move, X ticks, Enter opens; arrows work too. One row is in the tab order at a time. */
export function useRowKeys<Row>(options: {
  body: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  onOpen: ((row: Row) => void) | undefined;
  onToggle: ((row: Row) => void) | undefined;
  /** Brings a row into view before it gets the focus. */
  show: (index: number) => void;
}) {
  const { body, rows, onOpen, onToggle, show } = options;
  const [chosen, setCurrent] = useState(0);
  const current = Math.min(chosen, Math.max(0, rows.length - 1));
  const move = (to: number) => {
    const index = Math.min(rows.length - 1, Math.max(0, to));
    show(index);
    setCurrent(index);
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.tagName !== "TR") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[current];
    const acts: Record<string, (() => void) | undefined> = {
      j: () => move(current + 1),
      ArrowDown: () => move(current + 1),
      k: () => move(current - 1),
      ArrowUp: () => move(current - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      x: row !== undefined && onToggle ? () => onToggle(row) : undefined,
      Enter: row !== undefined && onOpen ? () => onOpen(row) : undefined,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { current, setCurrent, onKeyDown };
}
