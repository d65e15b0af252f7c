"use client";
import { ArrowRightLeft, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Forward } from "@/lib/schemas/site";
import { EditMenu } from "./edit-menu";
import { RouterCard } from "./router-card";
import { SectionHead } from "./section-head";
import { useSiteEditor } from "./site-editor";
import { withoutElement } from "./spec-edits";

const ForwardDialog = dynamic(() => import("./forward-dialog").then((part) => part.ForwardDialog));

type Row = Forward & { readonly at: number; readonly host: string | null };

/** Ports of the public address that lead inside, and what the router has to know for it. */
export function ForwardsPage() {
  const { site, spec, mayEdit } = useSiteEditor();
  const words = useMessages().network.forwards;
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const rows: readonly Row[] = spec.forwards.map((forward, at) => ({
    ...forward,
    at,
    host: site.hosts.find(({ address }) => address === forward.to)?.name ?? null,
  }));
  const columns = useForwardColumns(setEditing);
  const add = (
    <Button icon={Plus} disabled={!mayEdit} onClick={() => setEditing("new")}>
      {words.add}
    </Button>
  );
  return (
    <>
      <SectionHead text={words.body} action={rows.length > 0 && add} />
      <DataTable
        label={words.title}
        rows={rows}
        columns={columns}
        rowKey={({ at }) => String(at)}
        rowName={({ port, protocol }) => `${port}/${protocol}`}
        phoneCard={(row) => ({
          title: `${row.port}/${row.protocol}`,
          meta: `${row.host ?? row.to}:${row.toPort}`,
          detail: row.from.length === 0 ? words.everybody : row.from.join(", "),
        })}
        {...(mayEdit ? { onOpen: (row: Row) => setEditing(row.at) } : {})}
        empty={
          <EmptyState icon={ArrowRightLeft} title={words.empty} action={add}>
            {words.emptyBody}
          </EmptyState>
        }
      />
      <RouterCard />
      {editing !== null && (
        <ForwardDialog at={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function useForwardColumns(onEdit: (at: number) => void): readonly Column<Row>[] {
  const words = useMessages().network.forwards;
  const acts = useActs(onEdit);
  return [
    {
      id: "port",
      head: words.outside,
      cell: (row) => (
        <b className="num font-name">
          {row.port}/{row.protocol}
        </b>
      ),
    },
    {
      id: "to",
      head: words.leadsTo,
      cell: (row) => (
        <span className="num">
          {row.host !== null && <>{row.host} </>}
          <span className={row.host === null ? "" : "text-muted"}>
            {row.to}:{row.toPort}
          </span>
        </span>
      ),
    },
    {
      id: "from",
      head: words.who,
      cell: (row) => (
        <span className="num text-muted">
          {row.from.length === 0 ? words.everybody : row.from.join(", ")}
        </span>
      ),
    },
    {
      id: "limit",
      head: words.limit,
      align: "end",
      cell: (row) => (
        <span className="num text-muted">
          {row.newPerMinute === null ? words.noLimit : words.perMinute(row.newPerMinute)}
        </span>
      ),
      from: "md",
    },
    acts,
  ];
}

function useActs(onEdit: (at: number) => void): Column<Row> {
  const { spec, edit, mayEdit } = useSiteEditor();
  const words = useMessages().network.forwards;
  return {
    id: "acts",
    head: words.acts,
    quietHead: true,
    align: "end",
    cell: (row) =>
      mayEdit && (
        <EditMenu
          label={words.actsOf(`${row.port}/${row.protocol}`)}
          onEdit={() => onEdit(row.at)}
          onRemove={() => edit(withoutElement(spec, "forwards", row.at))}
        />
      ),
  };
}
