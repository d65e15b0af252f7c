"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { KubePage } from "@/lib/schemas/kube";
import { ListFreshness } from "./list-freshness";
import { PAGE_SIZES, type ListAddress } from "./use-list-address";

/** "61 to 120 of 9,812", the pages before and after, and how fresh the rows are. */
export function ListFoot(props: { address: ListAddress; page: KubePage<unknown> }) {
  const { address, page } = props;
  const m = useMessages();
  const words = m.cluster.page;
  const from = (address.page - 1) * address.pageSize + 1;
  const to = from + page.rows.length - 1;
  const turn = (by: number) => address.set({ page: String(address.page + by) });
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{m.ui.table.range(from, to, page.total)}</span>
      {page.total > PAGE_SIZES[0] && (
        <span className="flex items-center gap-1">
          <IconButton
            size="sm"
            icon={ChevronLeft}
            label={words.previous}
            disabled={from === 1}
            onClick={() => turn(-1)}
          />
          <IconButton
            size="sm"
            icon={ChevronRight}
            label={words.next}
            disabled={to >= page.total}
            onClick={() => turn(1)}
          />
          <Select
            aria-label={words.rows}
            value={String(address.pageSize)}
            options={PAGE_SIZES.map((size) => ({ value: String(size), label: words.size(size) }))}
            onChange={(event) => address.set({ pageSize: event.target.value })}
          />
        </span>
      )}
      <ListFreshness page={page} />
    </span>
  );
}
