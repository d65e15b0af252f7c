"use client";
import { useState, type KeyboardEvent, type RefObject } from "react";

/** What can be done to the ticks of rows from the keyboard. */
interface RowTicks {
  readonly tick: (index: number, reach: boolean) => void;
  readonly extend: (from: number, to: number) => void;
  readonly all: () => void;
  readonly none: (() => void) | undefined;
}

type Acts = Readonly<Record<string, (() => void) | undefined>>;

/**
 * J and K move, X ticks, Enter opens; arrows work too. With Shift, moving ticks and X ticks up to there; Ctrl or ⌘ A
 * ticks all and Esc none. One row is in the tab order at a time.
 */
export function useRowKeys<Row>(options: {
  body: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  onOpen: ((row: Row) => void) | undefined;
  ticks: RowTicks | null;
  /** Brings a row into view before it gets the focus. */
  show: (index: number) => void;
}) {
  const { body, rows, onOpen, ticks, show } = options;
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
  const reach = (to: number) => {
    if (to < 0 || to >= rows.length) return;
    ticks?.extend(current, to);
    move(to);
  };
  const plain = (): Acts => {
    const row = rows[current];
    return {
      j: () => move(current + 1),
      ArrowDown: () => move(current + 1),
      k: () => move(current - 1),
      ArrowUp: () => move(current - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      x: ticks ? () => ticks.tick(current, false) : undefined,
      Escape: ticks?.none,
      Enter: row !== undefined && onOpen ? () => onOpen(row) : undefined,
    };
  };
  const actsOf = (event: KeyboardEvent): Acts => {
    if (event.ctrlKey || event.metaKey) return { a: ticks?.all };
    return event.shiftKey ? shifted(ticks, current, reach) : plain();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.tagName !== "TR") return;
    if (event.altKey) return;
    const act = actsOf(event)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { current, setCurrent, onKeyDown };
}

/** What the keys do with Shift held. */
const shifted = (ticks: RowTicks | null, current: number, reach: (to: number) => void): Acts =>
  ticks === null
    ? {}
    : {
        J: () => reach(current + 1),
        ArrowDown: () => reach(current + 1),
        K: () => reach(current - 1),
        ArrowUp: () => reach(current - 1),
        X: () => ticks.tick(current, true),
      };
