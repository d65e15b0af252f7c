"use client";
import {
  Activity,
  ArrowDownWideNarrow,
  Folder,
  Layers,
  Server,
  Shapes,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { FilterBar } from "@/components/table/filter-bar";
import { Chip } from "@/components/ui/chip";
import type { KubePage } from "@/lib/schemas/kube";
import { FacetFilter } from "./facet-filter";
import { useSearchText, type ListAddress } from "./use-list-address";

/** Filters with a menu of their values. */
export type FilterName = "namespace" | "node" | "status" | "role" | "type";

const ICONS = {
  namespace: Folder,
  node: Server,
  status: Activity,
  role: Layers,
  type: Shapes,
} satisfies Record<FilterName, LucideIcon>;

/** Search, filters, and the way to see only what has a problem. */
export function KubeFilters(props: {
  address: ListAddress;
  placeholder: string;
  filters: readonly FilterName[];
  page: KubePage<unknown> | undefined;
  /** More filters of this list. */
  more?: ReactNode;
  /** At the right, after the count. */
  tools?: ReactNode;
}) {
  const { address, page, filters } = props;
  const m = useMessages();
  const words = m.cluster.filters;
  const [text, setText] = useSearchText(address);
  const troubled = page?.facets.trouble?.[0]?.count ?? 0;
  const onlyTrouble = address.get("trouble") === "yes";
  return (
    <FilterBar
      placeholder={props.placeholder}
      value={text}
      onChange={setText}
      end={
        page && (
          <>
            {m.ui.table.shown(page.total, page.all)}
            {props.tools}
          </>
        )
      }
    >
      {filters.map((name) => (
        <FacetFilter
          key={name}
          icon={ICONS[name]}
          any={words[name]}
          name={words.names[name]}
          value={address.get(name)}
          facets={page?.facets[name] ?? []}
          onChange={(value) => address.set({ [name]: value })}
        />
      ))}
      {(troubled > 0 || onlyTrouble) && (
        <Chip
          icon={ArrowDownWideNarrow}
          on={onlyTrouble}
          removable={onlyTrouble}
          onClick={() => address.set({ trouble: onlyTrouble ? "" : "yes" })}
        >
          {words.trouble(troubled)}
        </Chip>
      )}
      {props.more}
    </FilterBar>
  );
}
