"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import type { Bulk } from "@/components/kube-bulk/use-bulk";
import type { Column, PhoneCard } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import type { Problem } from "@/lib/core/problem";
import type { KubeRow } from "@/lib/kube/kind";
import type { KubePage } from "@/lib/schemas/kube";
import { ApiAway } from "./api-away";
import { KubeFilters, type FilterName } from "./kube-filters";
import { ListFoot } from "./list-foot";
import { PAGE_SIZES, type ListAddress } from "./use-list-address";

interface KubeTableProps<Row extends KubeRow> {
  readonly list: UseQueryResult<KubePage<Row>>;
  readonly address: ListAddress;
  readonly label: string;
  readonly noun: string;
  readonly placeholder: string;
  readonly filters: readonly FilterName[];
  readonly columns: readonly Column<Row>[];
  readonly phoneCard: (row: Row) => PhoneCard;
  readonly empty: ReactNode;
  readonly moreFilters?: ReactNode;
  readonly tools?: ReactNode;
  readonly onOpen?: (row: Row) => void;
  /** Rows can be selected, and something can be done to all that are. */
  readonly bulk?: Bulk | null;
  /** One line about all rows: "31 pods in 4 namespaces. 1 has a problem." */
  readonly facts?: (page: KubePage<Row>) => string;
}

/** A list of one kind with its filters, pages and every state it can be in. */
export function KubeTable<Row extends KubeRow>(props: KubeTableProps<Row>) {
  const { list, address } = props;
  const page = list.data;
  const retry = () => void list.refetch();
  const problem = problemInTable(list);
  return (
    <>
      {page && <ApiAway page={page} onRetry={retry} />}
      {page && page.all > 0 && props.facts && (
        <p className="num mb-3 text-sm text-muted">{props.facts(page)}</p>
      )}
      <KubeFilters
        address={address}
        placeholder={props.placeholder}
        filters={props.filters}
        page={page}
        more={props.moreFilters}
        tools={props.tools}
      />
      {props.bulk?.aside}
      <DataTable
        label={props.label}
        columns={props.columns}
        rowKey={({ uid }) => uid}
        rowName={({ name }) => name}
        phoneCard={props.phoneCard}
        onSort={address.setSort}
        empty={props.empty}
        filtered={address.isFiltered ? { noun: props.noun, onClear: address.clear } : undefined}
        problem={problem === null ? undefined : { what: problem, onRetry: retry }}
        {...(props.bulk
          ? { selection: props.bulk.selection, selectionActions: props.bulk.actions }
          : {})}
        {...(props.onOpen ? { onOpen: props.onOpen } : {})}
        {...(address.sort ? { sort: address.sort } : {})}
        {...(address.pageSize > PAGE_SIZES[0] ? { virtualHeight: "calc(100dvh - 300px)" } : {})}
        {...rowsAndFoot(page, address)}
      />
    </>
  );
}

/** Before the first answer of the cluster there are no rows, not none. */
function rowsAndFoot<Row>(page: KubePage<Row> | undefined, address: ListAddress) {
  if (page === undefined || page.asOf === null) return { rows: undefined };
  return { rows: page.rows, foot: <ListFoot address={address} page={page} /> };
}

/** What stands in the table itself: asking the panel failed, or the cluster never answered it. */
function problemInTable(list: UseQueryResult<KubePage<unknown>>): Problem | null {
  if (list.error) return problemOf(list.error);
  return list.data?.asOf === null ? list.data.problem : null;
}
