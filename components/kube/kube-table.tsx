"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import type { Column, PhoneCard } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
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
}

/** A list of one kind with its filters, pages and every state it can be in. */
export function KubeTable<Row extends KubeRow>(props: KubeTableProps<Row>) {
  const { list, address, label } = props;
  const page = list.data;
  const problem = list.error
    ? problemOf(list.error)
    : page?.rows.length === 0
      ? page.problem
      : null;
  const isRead = page !== undefined && page.asOf !== null;
  const retry = () => void list.refetch();
  return (
    <>
      {page && <ApiAway page={page} onRetry={retry} />}
      <KubeFilters
        address={address}
        placeholder={props.placeholder}
        filters={props.filters}
        page={page}
      />
      <DataTable
        label={label}
        rows={isRead ? page.rows : undefined}
        columns={props.columns}
        rowKey={({ uid }) => uid}
        rowName={({ name }) => name}
        phoneCard={props.phoneCard}
        {...(address.sort ? { sort: address.sort } : {})}
        onSort={address.setSort}
        empty={props.empty}
        filtered={address.isFiltered ? { noun: props.noun, onClear: address.clear } : undefined}
        problem={
          problem && !(isRead && page.problem) ? { what: problem, onRetry: retry } : undefined
        }
        {...(isRead ? { foot: <ListFoot address={address} page={page} /> } : {})}
        {...(address.pageSize > PAGE_SIZES[0] ? { virtualHeight: "calc(100dvh - 300px)" } : {})}
      />
    </>
  );
}
