"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import type { Sort } from "@/components/table/column";

const SEARCH_PAUSE_MS = 200;

/** What of a list stands in its address, so that it can be linked, reloaded and gone back to. */
export interface ListAddress {
  /** Query for the API, and for the address bar. */
  readonly query: string;
  readonly get: (name: string) => string;
  /** Puts values in; empty ones leave the address. Starts at the first page unless `page` is given. */
  readonly set: (values: Readonly<Record<string, string>>) => void;
  readonly clear: () => void;
  readonly isFiltered: boolean;
  readonly page: number;
  readonly pageSize: number;
  readonly sort: Sort | undefined;
  readonly setSort: (sort: Sort) => void;
}

/** Rows of a page: one screen. More on request. */
export const PAGE_SIZES = [60, 250, 500] as const;
const FILTERS = [
  ...["search", "namespace", "node", "status", "role", "type"],
  ...["labels", "owner", "trouble"],
];

/** The address of the list on this page. Changes replace the entry: filters are no history. */
export function useListAddress(): ListAddress {
  const params = useSearchParams();
  const set = useCallback((values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(window.location.search);
    if (!("page" in values)) next.delete("page");
    for (const [name, value] of Object.entries(values))
      if (value === "") next.delete(name);
      else next.set(name, value);
    const query = next.toString();
    window.history.replaceState(null, "", query === "" ? window.location.pathname : `?${query}`);
  }, []);
  const column = params.get("sort");
  const direction = params.get("order") === "desc" ? "descending" : "ascending";
  const size = Number(params.get("pageSize"));
  return {
    query: params.toString(),
    get: (name) => params.get(name) ?? "",
    set,
    clear: () => set(Object.fromEntries(FILTERS.map((name) => [name, ""]))),
    isFiltered: FILTERS.some((name) => params.has(name)),
    page: Math.max(1, Number(params.get("page")) || 1),
    pageSize: PAGE_SIZES.find((known) => known === size) ?? PAGE_SIZES[0],
    sort: column === null ? undefined : { column, direction },
    setSort: (sort) =>
      set({ sort: sort.column, order: sort.direction === "descending" ? "desc" : "" }),
  };
}

/** The search text as typed, and the address a moment later. */
export function useSearchText(address: ListAddress) {
  const { get, set } = address;
  const stored = get("search");
  const [text, setText] = useState(stored);
  const [known, setKnown] = useState(stored);
  if (known !== stored) {
    setKnown(stored); // cleared from elsewhere
    setText(stored);
  }
  useEffect(() => {
    if (text === stored) return;
    const timer = setTimeout(() => set({ search: text }), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, stored, set]);
  return [text, setText] as const;
}
