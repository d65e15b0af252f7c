"use client";
import type { ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";

/** The foot: what is shown, or what can be done with the ticked rows; keys at the right. */
export function TableFoot(props: {
  facts: ReactNode;
  selected: number;
  selectable: boolean;
  openable: boolean;
  actions: ReactNode;
}) {
  const { facts, selected, selectable, openable, actions } = props;
  const words = useBaseMessages().ui.table;
  return (
    <div
      className={cx(
        "num flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1 text-xs text-muted",
        facts === undefined && selected === 0 && "max-md:hidden",
        // In view however long the list is; on a phone above the bar of places.
        selected > 0 && "sticky bottom-0 z-[3] bg-raised py-1.5 shadow-bar max-sm:bottom-16",
      )}
    >
      <span aria-live="polite">{selected > 0 ? words.selected(selected) : facts}</span>
      {selected > 0 && actions}
      {selected > 0 && facts !== undefined && (
        <span className="ml-auto max-md:hidden">{facts}</span>
      )}
      <span
        className={cx(
          "ml-auto flex items-center gap-1 max-md:hidden pointer-coarse:hidden",
          selected > 0 && "hidden",
        )}
      >
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> {words.move}
        {selectable && (
          <>
            <span aria-hidden>·</span> <Kbd>X</Kbd> {words.toggle}
          </>
        )}
        {openable && (
          <>
            <span aria-hidden>·</span> <Kbd>Enter</Kbd> {words.open}
          </>
        )}
      </span>
    </div>
  );
}
