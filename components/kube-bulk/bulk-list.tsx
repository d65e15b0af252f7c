import type { ReactNode } from "react";
import type { SelectedRow } from "@/lib/schemas/kube-bulk";

/** Objects by name, all of them; scrolls when they are many. */
export function BulkList<Row extends Pick<SelectedRow, "uid" | "namespace" | "name">>(props: {
  label: string;
  rows: readonly Row[];
  /** At the right of each. */
  end?: (row: Row) => ReactNode;
  /** Under its name. */
  below?: (row: Row) => ReactNode;
}) {
  return (
    <ul
      aria-label={props.label}
      // Scrolls, so the keyboard must reach it.
      tabIndex={0}
      className="max-h-[min(40vh,320px)] overflow-y-auto rounded-lg border border-line text-sm"
    >
      {props.rows.map((row) => (
        <li
          key={row.uid}
          className="flex items-start gap-3 border-t border-line px-3 py-1.5 first:border-t-0"
        >
          <span className="min-w-0 flex-1 break-words">
            <b className="font-name">{row.name}</b>{" "}
            <span className="text-muted">{row.namespace}</span>
            {props.below?.(row)}
          </span>
          {props.end?.(row)}
        </li>
      ))}
    </ul>
  );
}
