"use client";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "@/components/ui/cx";
import { Skeleton } from "@/components/ui/skeleton";
import { FROM_CLASS, type Column } from "./column";

const ROWS = 6;
const WIDTHS = ["w-24", "w-32", "w-20", "w-28", "w-16"];

/** Rows in the shape of what comes; the head stays where it will be. */
export function TableSkeleton<Row>(props: { columns: readonly Column<Row>[]; phone: boolean }) {
  const words = useBaseMessages().ui;
  return (
    <div role="status">
      <span className="sr-only">{words.loading}</span>
      <table aria-hidden className="w-full border-separate border-spacing-0 text-sm">
        {!props.phone && (
          <thead>
            <tr>
              {props.columns.map((column) => (
                <th
                  key={column.id}
                  className={cx(
                    "h-8 border-b border-line bg-sunken px-3 text-left text-xs font-[520] text-muted",
                    column.from && FROM_CLASS[column.from],
                  )}
                >
                  {column.quietHead === true ? "" : column.head}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {Array.from({ length: ROWS }, (_, row) => (
            <tr key={row}>
              {(props.phone ? props.columns.slice(0, 2) : props.columns).map((column, index) => (
                <td
                  key={column.id}
                  className={cx("h-(--row) px-3", column.from && FROM_CLASS[column.from])}
                >
                  <Skeleton className={WIDTHS[(row + index) % WIDTHS.length] ?? ""} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
