"use client";
import type { MouseEvent } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { FROM_CLASS, type Column } from "./column";

/** Whether a click was meant for something inside the row. */
const forControl = (event: MouseEvent) =>
  event.target instanceof Element &&
  event.target.closest("a,button,input,label,[role=menu]") !== null;

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
  onTick?: () => void;
}) {
  const { row, columns, ticked = false, opened, last, onOpen, onTick } = props;
  const words = useBaseMessages().ui.table;
  const line = last ? "" : "border-b border-line";
  return (
    <tr
      data-row={props.index}
      aria-rowindex={props.index + 2}
      tabIndex={props.focusable ? 0 : -1}
      onFocus={props.onFocus}
      {...(onOpen ? { onClick: (event: MouseEvent) => !forControl(event) && onOpen() } : {})}
      {...(onTick ? { "aria-selected": ticked } : {})}
      className={cx(
        "group outline-offset-[-2px]",
        onOpen && "cursor-default",
        ticked || opened ? "bg-selected" : "hover:bg-hover",
      )}
    >
      {onTick && (
        <td className={cx("w-9 pl-3", line)}>
          <Checkbox
            tabIndex={-1}
            aria-label={words.select(props.name)}
            checked={ticked}
            onChange={onTick}
            className="align-middle"
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          className={cx(
            "h-(--row) overflow-hidden px-3 py-1 text-ellipsis whitespace-nowrap",
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
