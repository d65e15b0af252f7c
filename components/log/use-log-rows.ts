"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, type RefObject } from "react";
import type { LogLine } from "./log-line";

const LINE_PX = 19;
const OVERSCAN = 20;

/** Only the lines in view exist; wrapped ones are measured as they come. */
export function useLogRows(options: {
  frame: RefObject<HTMLElement | null>;
  lines: readonly LogLine[];
  wrap: boolean;
  markSeq: number | undefined;
}) {
  const { frame, lines, wrap, markSeq } = options;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => lines[index]?.seq ?? index,
  });
  useEffect(() => virtual.measure(), [virtual, wrap]);
  const show = useCallback(
    (index: number) => virtual.scrollToIndex(index, { align: "center" }),
    [virtual],
  );
  const markIndex = markSeq === undefined ? -1 : lines.findIndex((line) => line.seq === markSeq);
  useEffect(() => {
    if (markIndex >= 0) show(markIndex);
  }, [markIndex, show]);
  const showLast = useCallback(
    () => virtual.scrollToIndex(lines.length - 1, { align: "end" }),
    [virtual, lines.length],
  );
  return {
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    measure: virtual.measureElement,
    show,
    showLast,
  };
}
