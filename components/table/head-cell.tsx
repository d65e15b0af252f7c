"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { FROM_CLASS, nextSort, type Column, type Sort } from "./column";

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

/** A column's name; a button when the column sorts. */
export function HeadCell<Row>(props: HeadCellProps<Row>) {
  const { column, sort, onSort } = props;
  const sorted = sort?.column === column.id ? sort.direction : undefined;
  const sorts = column.sortable === true && onSort !== undefined;
  return (
    <th
      scope="col"
      {...(sorts ? { "aria-sort": sorted ?? ("none" as const) } : {})}
      {...(column.width === undefined ? {} : { style: { width: column.width } })}
      className={cx(
        "h-8 overflow-hidden border-b border-line bg-sunken px-3 text-xs font-[520] text-ellipsis whitespace-nowrap text-muted",
        column.align === "end" ? "text-right" : "text-left",
        column.from && FROM_CLASS[column.from],
      )}
    >
      {sorts ? (
        <SortButton
          head={column.head}
          sorted={sorted}
          onClick={() => onSort(nextSort(column.id, sort))}
        />
      ) : (
        <span className={column.quietHead === true ? "sr-only" : ""}>{column.head}</span>
      )}
    </th>
  );
}

function SortButton(props: {
  head: string;
  sorted: Sort["direction"] | undefined;
  onClick: () => void;
}) {
  const { head, sorted, onClick } = props;
  const words = useBaseMessages().ui.table;
  return (
    <button
      type="button"
      title={words.sortBy(head)}
      onClick={onClick}
      className={cx("inline-flex items-center gap-1 hover:text-text", sorted && "text-text")}
    >
      {head}
      {sorted && <Icon of={sorted === "ascending" ? ArrowUp : ArrowDown} size={12} />}
    </button>
  );
}
