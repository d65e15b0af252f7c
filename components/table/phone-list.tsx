"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { toggled } from "./column";
import type { DataTableProps } from "./data-table";

const CARD_PX = 66;

/** Under 640 px a table is a list of two-line cards; many of them are virtual. */
export function PhoneList<Row>(props: DataTableProps<Row> & { rows: readonly Row[] }) {
  return props.virtualHeight === undefined ? <Plain {...props} /> : <Windowed {...props} />;
}

function Plain<Row>(props: DataTableProps<Row> & { rows: readonly Row[] }) {
  return (
    <ul aria-label={props.label}>
      {props.rows.map((row) => (
        <li key={props.rowKey(row)} className="border-t border-line first:border-t-0">
          <Card {...props} row={row} />
        </li>
      ))}
    </ul>
  );
}

function Windowed<Row>(props: DataTableProps<Row> & { rows: readonly Row[] }) {
  const { rows, rowKey } = props;
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => CARD_PX,
    overscan: 8,
  });
  return (
    <div ref={frame} className="overflow-y-auto" style={{ maxHeight: props.virtualHeight }}>
      <ul aria-label={props.label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={rowKey(row)}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 border-t border-line first:border-t-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Card {...props} row={row} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Card<Row>(props: DataTableProps<Row> & { row: Row }) {
  const { row, phoneCard, onOpen, selection } = props;
  const words = useBaseMessages().ui.table;
  const card = phoneCard(row);
  const Frame = onOpen ? "button" : "div";
  const key = props.rowKey(row);
  const ticked = selection?.keys.has(key) ?? false;
  return (
    <div className={cx("flex items-center", ticked && "bg-selected")}>
      {selection && (
        <Checkbox
          className="pl-4"
          aria-label={words.select(props.rowName(row))}
          checked={ticked}
          onChange={() => selection.onChange(toggled(selection.keys, key))}
        />
      )}
      <Frame
        {...(onOpen ? { type: "button" as const, onClick: () => onOpen(row) } : {})}
        className="flex min-h-16 min-w-0 flex-1 items-center gap-3 px-4 py-2.5 text-left active:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate text-[15px] font-[560]">{card.title}</span>
          {card.meta !== undefined && (
            <span className="num block truncate text-sm text-muted">{card.meta}</span>
          )}
        </span>
        <span className="grid shrink-0 justify-items-start gap-0.5 text-xs text-muted">
          {card.status}
          {card.detail}
        </span>
      </Frame>
      {card.aside !== undefined && <span className="shrink-0 pr-3">{card.aside}</span>}
    </div>
  );
}
