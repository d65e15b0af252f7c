import type { ReactNode } from "react";

/** One column of a table. Text left, numbers right (`align: "end"`); never centred. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: "start" | "end";
  /** CSS width: give every column one when rows are many, so that nothing jumps while scrolling. */
  readonly width?: string;
  readonly sortable?: boolean;
  /** Left out on narrower screens. */
  readonly from?: "md" | "lg" | "xl";
  /** The head is read out but not drawn: a column of row actions. */
  readonly quietHead?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** What a row becomes on a phone: two lines at the left, a status and a detail at the right. */
export interface PhoneCard {
  readonly title: ReactNode;
  readonly meta?: ReactNode;
  readonly status?: ReactNode;
  readonly detail?: ReactNode;
  /** Beside what opens the row: a menu. */
  readonly aside?: ReactNode;
}

/** Which rows are ticked, by key. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
}

/** The column after a click on its head: ascending, then descending. */
export function nextSort(column: string, sort: Sort | undefined): Sort {
  const turn = sort?.column === column && sort.direction === "ascending";
  return { column, direction: turn ? "descending" : "ascending" };
}

/** The selection with one row put in or taken out. */
export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The selection with these put in, or taken out. */
export function withKeys(
  keys: ReadonlySet<string>,
  changed: readonly string[],
  ticked: boolean,
): ReadonlySet<string> {
  const next = new Set(keys);
  for (const key of changed)
    if (ticked) next.add(key);
    else next.delete(key);
  return next;
}

export const FROM_CLASS = {
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
} satisfies Record<NonNullable<Column<never>["from"]>, string>;
