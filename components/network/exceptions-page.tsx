"use client";
import { ArrowUp, Ban, CalendarClock, CircleCheck, Plus, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { ToneLabel } from "@/components/ui/status";
import { isInForce } from "@/lib/network/decide";
import type { Exception } from "@/lib/schemas/site";
import { EditMenu } from "./edit-menu";
import { SectionHead } from "./section-head";
import { useSiteEditor } from "./site-editor";
import { movedUp, withoutElement } from "./spec-edits";

const ExceptionDialog = dynamic(() =>
  import("./exception-dialog").then((part) => part.ExceptionDialog),
);

type Row = Exception & { readonly at: number; readonly isOver: boolean };
const quiet = ({ isOver }: Row) => cx(isOver && "text-subtle");

/** What is allowed or refused beside the matrix, in the order it is asked; ended ones are grey. */
export function ExceptionsPage() {
  const { spec, mayEdit } = useSiteEditor();
  const words = useMessages().network.exceptions;
  const nowMs = useNow(30_000);
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const rows: readonly Row[] = spec.exceptions.map((each, at) => ({
    ...each,
    at,
    isOver: !isInForce(each, new Date(nowMs)),
  }));
  const columns = useExceptionColumns(nowMs, setEditing);
  const add = (
    <Button icon={Plus} disabled={!mayEdit} onClick={() => setEditing("new")}>
      {words.add}
    </Button>
  );
  return (
    <>
      <SectionHead
        text={words.body}
        action={
          <>
            <RemoveOver rows={rows} />
            {rows.length > 0 && add}
          </>
        }
      />
      <DataTable
        label={words.title}
        rows={rows}
        columns={columns}
        rowKey={({ at }) => String(at)}
        rowName={({ reason }) => reason}
        phoneCard={(row) => ({
          title: row.reason,
          meta: `${row.from} → ${row.to}`,
          status: <Verdict row={row} />,
          detail: <Ends row={row} nowMs={nowMs} />,
        })}
        {...(mayEdit ? { onOpen: (row: Row) => setEditing(row.at) } : {})}
        empty={
          <EmptyState icon={CalendarClock} title={words.empty} action={add}>
            {words.emptyBody}
          </EmptyState>
        }
      />
      {editing !== null && (
        <ExceptionDialog
          at={editing === "new" ? null : editing}
          zones={null}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

/** Takes all ended ones off the list at once. */
function RemoveOver({ rows }: { rows: readonly Row[] }) {
  const { spec, edit, mayEdit } = useSiteEditor();
  const words = useMessages().network.exceptions;
  const over = rows.filter(({ isOver }) => isOver).length;
  if (!mayEdit || over === 0) return null;
  const kept = spec.exceptions.filter((_, at) => rows[at]?.isOver === false);
  return (
    <Button look="ghost" icon={Trash2} onClick={() => edit({ ...spec, exceptions: kept })}>
      {words.removeOver(over)}
    </Button>
  );
}

function useExceptionColumns(nowMs: number, onEdit: (at: number) => void): readonly Column<Row>[] {
  const { spec, edit, mayEdit } = useSiteEditor();
  const words = useMessages().network.exceptions;
  return [
    {
      id: "reason",
      head: words.reason,
      cell: (row) => <b className={cx("font-name", quiet(row))}>{row.reason}</b>,
    },
    { id: "verdict", head: words.verdict, cell: (row) => <Verdict row={row} /> },
    {
      id: "ends",
      head: words.fromTo,
      cell: (row) => (
        <span className={cx("num", quiet(row))}>
          {row.from} → {row.to}
        </span>
      ),
    },
    {
      id: "service",
      head: words.service,
      cell: (row) => <span className={quiet(row)}>{row.service ?? words.everything}</span>,
    },
    { id: "until", head: words.until, cell: (row) => <Ends row={row} nowMs={nowMs} /> },
    {
      id: "acts",
      head: words.acts,
      quietHead: true,
      align: "end",
      cell: ({ at, reason }) =>
        mayEdit && (
          <EditMenu
            label={words.actsOf(reason)}
            onEdit={() => onEdit(at)}
            onRemove={() => edit(withoutElement(spec, "exceptions", at))}
            between={[
              {
                id: "up",
                label: words.up,
                icon: ArrowUp,
                disabled: at === 0,
                act: () => edit(movedUp(spec, at)),
              },
            ]}
          />
        ),
    },
  ];
}

function Verdict({ row }: { row: Row }) {
  const words = useMessages().network.exceptions;
  if (row.isOver)
    return (
      <ToneLabel tone="unknown" icon={CalendarClock}>
        {words.over}
      </ToneLabel>
    );
  return row.verdict === "allow" ? (
    <ToneLabel tone="info" icon={CircleCheck}>
      {words.allows}
    </ToneLabel>
  ) : (
    <ToneLabel tone="info" icon={Ban}>
      {words.denies}
    </ToneLabel>
  );
}

/** "in 3 h", "ended 2 days ago", "no end". */
function Ends({ row, nowMs }: { row: Row; nowMs: number }) {
  const words = useMessages().network.exceptions;
  const format = useFormat();
  if (row.until === null) return <span className="text-muted">{words.noEnd}</span>;
  const atMs = Date.parse(row.until);
  return (
    <time
      dateTime={row.until}
      title={format.dateTime(atMs, nowMs)}
      className={cx("num", row.isOver ? "text-subtle" : "")}
      suppressHydrationWarning
    >
      {row.isOver
        ? words.ended(format.relative(atMs, nowMs))
        : words.endsIn(format.duration(atMs - nowMs), format.dateTime(atMs, nowMs))}
    </time>
  );
}
