"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

const ROW_PX = 36;
const OVERSCAN = 12;

/** Which rows exist, and how high the space before and after them is. */
export function useWindowRows(options: {
  frame: RefObject<HTMLElement | null>;
  count: number;
  enabled: boolean;
}) {
  const { frame, count, enabled } = options;
  const virtual = useVirtualizer({
    count,
    enabled,
    getScrollElement: () => frame.current,
    estimateSize: rowHeight,
    overscan: OVERSCAN,
  });
  if (!enabled)
    return {
      indexes: Array.from({ length: count }, (_, i) => i),
      before: 0,
      after: 0,
      show: () => {},
    };
  const items = virtual.getVirtualItems();
  return {
    indexes: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    show: (index: number) => virtual.scrollToIndex(index),
  };
}

/** Rows of a virtual table are of one height: the density the viewer chose. */
function rowHeight(): number {
  const row = getComputedStyle(document.documentElement).getPropertyValue("--row");
  return Number.parseFloat(row) || ROW_PX;
}
