"use client";
import type { ChangeEvent, MouseEvent } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { FROM_CLASS, type Column } from "./column";

/** Whether a click was meant for something inside the row. */
const forControl = (event: MouseEvent) =>
  event.target instanceof Element &&
  event.target.closest("a,button,input,label,[role=menu]") !== null;

/** Shift and a click reach for a range of rows, not of text. */
const keepText = (event: MouseEvent) => {
  if (event.shiftKey) event.preventDefault();
};

/** A tick comes from a click, which knows of Shift. */
const withShift = ({ nativeEvent }: ChangeEvent) =>
  "shiftKey" in nativeEvent && nativeEvent.shiftKey === true;

/** One row; a click anywhere but on a control opens it. */
export function TableRow<Row>(props: {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  name: string;
  focusable: boolean;
  opened: boolean;
  last: boolean;
  ticked?: boolean;
  onFocus: () => void;
  onOpen?: () => void;
  /** `reach`: with Shift, everything from the row ticked before to this one. */
  onTick?: (reach: boolean) => void;
}) {
  const { row, columns, ticked = false, opened, last, onOpen, onTick } = props;
  const line = last ? "" : "border-b border-line";
  const onClick = (event: MouseEvent) => {
    if (forControl(event)) return;
    if (event.shiftKey && onTick) onTick(true);
    else onOpen?.();
  };
  return (
    <tr
      data-row={props.index}
      aria-rowindex={props.index + 2}
      tabIndex={props.focusable ? 0 : -1}
      onFocus={props.onFocus}
      onClick={onClick}
      {...(onTick ? { "aria-selected": ticked, onMouseDown: keepText } : {})}
      className={cx(
        "group outline-offset-[-2px]",
        onOpen && "cursor-default",
        ticked || opened ? "bg-selected" : "hover:bg-hover",
      )}
    >
      {onTick && (
        <td className={cx("w-9 pl-3", line)}>
          <Tick name={props.name} ticked={ticked} onTick={onTick} />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          className={cx(
            "h-(--row) overflow-hidden py-1 whitespace-nowrap",
            // A column of buttons is as wide as they are: nothing of them is cut to an ellipsis.
            column.quietHead === true ? "px-2" : "px-3 text-ellipsis",
            line,
            column.align === "end" && "text-right",
            column.from && FROM_CLASS[column.from],
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function Tick(props: { name: string; ticked: boolean; onTick: (reach: boolean) => void }) {
  const words = useBaseMessages().ui.table;
  return (
    <Checkbox
      tabIndex={-1}
      aria-label={words.select(props.name)}
      checked={props.ticked}
      onChange={(event) => props.onTick(withShift(event))}
      className="align-middle"
    />
  );
}
