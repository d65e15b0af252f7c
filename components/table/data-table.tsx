"use client";
import type { ReactNode } from "react";
import { usePhone } from "@/components/hooks/use-media";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { ProblemCard } from "@/components/ui/problem-card";
import { formatAge } from "@/lib/format/duration";
import type { Problem } from "@/lib/core/problem";
import type { Column, PhoneCard, Selection, Sort } from "./column";
import { PhoneList } from "./phone-list";
import { TableFoot } from "./table-foot";
import { TableGrid } from "./table-grid";
import { TableSkeleton } from "./table-skeleton";

export interface DataTableProps<Row> {
  /** Names the table for a screen reader: "Hosts". */
  label: string;
  /** undefined while the first answer is on its way. */
  rows: readonly Row[] | undefined;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** How a row is called where only words go: "Select worker2". */
  rowName: (row: Row) => string;
  phoneCard: (row: Row) => PhoneCard;
  onOpen?: (row: Row) => void;
  /** The row shown in the drawer. */
  openKey?: string | undefined;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  /** Buttons for the ticked rows, in the foot. */
  selectionActions?: ReactNode;
  /** Nothing exists yet: an `EmptyState` with the way to the first one. */
  empty: ReactNode;
  /** Rows exist but a filter hides them all. */
  filtered?: { readonly noun: string; readonly onClear: () => void } | undefined;
  /** Asking failed. Old rows stay, with their age. */
  problem?:
    { readonly what: Problem; readonly ageMs?: number; readonly onRetry: () => void } | undefined;
  /** At the left of the foot: "1 to 60 of 9,812". */
  foot?: ReactNode;
  /** Height of the scrolling part when rows are many; turns on virtual rows. */
  virtualHeight?: string;
  className?: string;
}

/** The one table: small or virtual, with every state a list has, and a list of cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows = [], problem } = props;
  return (
    <Card className={cx("overflow-clip", props.className)} aria-label={props.label}>
      {problem && <TableProblem {...problem} hasRows={rows.length > 0} />}
      <Content {...props} />
      {rows.length > 0 && <Foot {...props} count={rows.length} />}
    </Card>
  );
}

/** A single row without facts needs no foot. */
function Foot<Row>(props: DataTableProps<Row> & { count: number }) {
  const { count, selection, foot, onOpen, selectionActions } = props;
  const selected = selection?.keys.size ?? 0;
  if (foot === undefined && selected === 0 && count === 1) return null;
  return (
    <TableFoot
      facts={foot}
      selected={selected}
      selectable={selection !== undefined}
      openable={onOpen !== undefined}
      actions={selectionActions}
    />
  );
}

function Content<Row>(props: DataTableProps<Row>) {
  const { rows, problem, filtered, columns } = props;
  const phone = usePhone();
  if (rows === undefined) return problem ? null : <TableSkeleton columns={columns} phone={phone} />;
  if (rows.length === 0) return filtered ? <FilteredEmpty {...filtered} /> : props.empty;
  return phone ? <PhoneList {...props} rows={rows} /> : <TableGrid {...props} rows={rows} />;
}

function FilteredEmpty(props: { noun: string; onClear: () => void }) {
  const words = useBaseMessages().ui.table;
  return (
    <div className="grid justify-items-center gap-3 px-6 py-12 text-center">
      <p className="text-base font-name">{words.noMatch(props.noun)}</p>
      <Button onClick={props.onClear}>{words.clearFilters}</Button>
    </div>
  );
}

function TableProblem(props: NonNullable<DataTableProps<never>["problem"]> & { hasRows: boolean }) {
  const words = useBaseMessages().ui;
  const { what, ageMs, onRetry, hasRows } = props;
  return (
    <div className="border-b border-line">
      <ProblemCard
        bare
        problem={what}
        tone={hasRows ? "warn" : "danger"}
        actions={
          <Button size="sm" onClick={onRetry}>
            {words.tryNow}
          </Button>
        }
      />
      {hasRows && ageMs !== undefined && (
        <p className="px-4 pb-3 pl-11 text-xs text-muted">
          {words.table.oldRows(formatAge(ageMs))}
        </p>
      )}
    </div>
  );
}
