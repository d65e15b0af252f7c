"use client";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { BUILT_IN_SERVICES, type Service } from "@/lib/schemas/site-service";
import { EditMenu } from "./edit-menu";
import { portText } from "./port-text";
import { SectionHead } from "./section-head";
import { useSiteEditor } from "./site-editor";
import { usesOf, withoutElement } from "./spec-edits";

const ServiceDialog = dynamic(() => import("./service-dialog").then((part) => part.ServiceDialog));

/** `at`: of the site's own; null: built in. */
type Row = Service & { readonly at: number | null; readonly uses: number };

/** Named sets of ports that cells and exceptions speak of: the site's own first, then those built in. */
export function ServicesPage() {
  const { spec, mayEdit } = useSiteEditor();
  const words = useMessages().network.services;
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const rows: readonly Row[] = [
    ...spec.services.map((service, at) => ({ ...service, at })),
    ...BUILT_IN_SERVICES.map((service) => ({ ...service, at: null })),
  ].map((service) => ({ ...service, uses: usesOf(spec, service.name) }));
  const columns = useServiceColumns(setEditing);
  return (
    <>
      <SectionHead
        text={words.body}
        action={
          mayEdit && (
            <Button icon={Plus} onClick={() => setEditing("new")}>
              {words.add}
            </Button>
          )
        }
      />
      <DataTable
        label={words.title}
        rows={rows}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ name }) => name}
        phoneCard={(row) => ({
          title: row.name,
          meta: portText(row.ports),
          status: row.at === null ? words.builtIn : words.own,
          detail: words.uses(row.uses),
        })}
        empty={null}
      />
      {editing !== null && (
        <ServiceDialog at={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function useServiceColumns(onEdit: (at: number) => void): readonly Column<Row>[] {
  const { spec, edit, mayEdit } = useSiteEditor();
  const words = useMessages().network.services;
  return [
    { id: "name", head: words.name, cell: (row) => <b className="font-name">{row.name}</b> },
    {
      id: "ports",
      head: words.ports,
      cell: (row) => <code className="text-xs">{portText(row.ports)}</code>,
    },
    {
      id: "kind",
      head: words.kind,
      cell: (row) => <Tag>{row.at === null ? words.builtIn : words.own}</Tag>,
    },
    {
      id: "uses",
      head: words.used,
      align: "end",
      cell: (row) => <span className="num text-muted">{words.uses(row.uses)}</span>,
    },
    {
      id: "acts",
      head: words.acts,
      quietHead: true,
      align: "end",
      cell: ({ at, name, uses }) =>
        mayEdit &&
        at !== null && (
          <EditMenu
            label={words.actsOf(name)}
            onEdit={() => onEdit(at)}
            onRemove={() => edit(withoutElement(spec, "services", at))}
            canRemove={uses === 0}
            removeNote={uses > 0 ? words.uses(uses) : undefined}
          />
        ),
    },
  ];
}
