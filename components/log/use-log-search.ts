"use client";
import { useDeferredValue, useMemo, useState } from "react";
import type { LogLine } from "./log-line";

export interface LogSearch {
  readonly needle: string;
  readonly setNeedle: (needle: string) => void;
  readonly count: number;
  /** Which match, from 0; -1 when there is none. */
  readonly current: number;
  /** The line of that match, as an index. */
  readonly currentIndex: number | undefined;
  readonly step: (by: 1 | -1) => void;
}

/** Lines that hold the needle, and a walk through them that wraps around. */
export function useLogSearch(lines: readonly LogLine[], show: (index: number) => void): LogSearch {
  const [needle, setNeedle] = useState("");
  const [chosen, setChosen] = useState(0);
  const wanted = useDeferredValue(needle).toLowerCase();
  const matches = useMemo(() => {
    if (wanted === "") return [];
    return lines.flatMap((line, index) =>
      line.text.toLowerCase().includes(wanted) ? [index] : [],
    );
  }, [lines, wanted]);
  const current = matches.length === 0 ? -1 : Math.min(chosen, matches.length - 1);
  const go = (to: number) => {
    const next = (to + matches.length) % Math.max(1, matches.length);
    setChosen(next);
    const index = matches[next];
    if (index !== undefined) show(index);
  };
  return {
    needle,
    setNeedle: (text) => {
      setNeedle(text);
      setChosen(0);
    },
    count: matches.length,
    current,
    currentIndex: matches[current],
    step: (by) => go(current + by),
  };
}
