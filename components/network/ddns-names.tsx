"use client";
import { AtSign } from "lucide-react";
import type { ReactNode } from "react";
import { usePhone } from "@/components/hooks/use-media";
import { useMessages } from "@/components/hooks/use-messages";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Ago } from "@/components/ui/ago";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PROVIDERS } from "@/lib/ddns/provider";
import type { DdnsNameRow } from "@/lib/schemas/ddns-view";
import { DdnsEnds } from "./ddns-confirm";
import { DdnsReason, DdnsState } from "./ddns-state";

interface NamesProps {
  /** undefined while the first answer is on its way. */
  rows: readonly DdnsNameRow[] | undefined;
  /** The host that keeps them. */
  host: string;
  /** At the right of a name: what one does with it. */
  acts: (row: DdnsNameRow) => ReactNode;
  onOpen: ((row: DdnsNameRow) => void) | null;
  /** The way to the first name. */
  add: ReactNode;
}

/** The names of a site: a table, and on a phone cards that leave no sentence out. */
export function DdnsNames(props: NamesProps) {
  const { rows, onOpen } = props;
  const words = useMessages().network.ddns;
  const columns = useNameColumns(props);
  const isPhone = usePhone();
  if (isPhone && rows !== undefined && rows.length > 0) return <Cards {...props} rows={rows} />;
  return (
    <DataTable
      label={words.title}
      rows={rows}
      columns={columns}
      rowKey={({ name }) => name}
      rowName={({ name }) => name}
      phoneCard={({ name }) => ({ title: name })}
      {...(onOpen === null ? {} : { onOpen })}
      empty={
        <EmptyState icon={AtSign} title={words.empty} action={props.add}>
          {words.emptyBody}
        </EmptyState>
      }
    />
  );
}

function useNameColumns({ host, acts }: NamesProps): readonly Column<DdnsNameRow>[] {
  const words = useMessages().network.ddns;
  return [
    { id: "name", head: words.name, cell: ({ name }) => <b className="font-name">{name}</b> },
    { id: "provider", head: words.provider, cell: ({ provider }) => PROVIDERS[provider].label },
    {
      id: "state",
      head: words.state,
      cell: (row) => (
        <div className="grid justify-items-start gap-0.5 py-1">
          <DdnsState row={row} />
          <DdnsReason row={row} host={host} />
          <DdnsEnds row={row} />
        </div>
      ),
    },
    {
      id: "address",
      head: words.address,
      cell: ({ address }) => <span className="num">{address ?? "–"}</span>,
    },
    { id: "updated", head: words.updated, from: "lg", cell: (row) => <Updated row={row} /> },
    { id: "acts", head: words.acts, quietHead: true, align: "end", cell: acts },
  ];
}

function Updated({ row }: { row: DdnsNameRow }) {
  const words = useMessages().network.ddns;
  return (
    <span className="num text-muted">
      {row.updatedAt === null ? words.never : <Ago at={row.updatedAt} />}
    </span>
  );
}

function Cards({ rows, host, acts }: NamesProps & { rows: readonly DdnsNameRow[] }) {
  const words = useMessages().network.ddns;
  return (
    <Card aria-label={words.title}>
      <ul aria-label={words.title}>
        {rows.map((row) => (
          <li
            key={row.name}
            className="flex items-start gap-2 border-t border-line px-4 py-3 first:border-t-0"
          >
            <div className="grid min-w-0 flex-1 justify-items-start gap-1">
              <p className="max-w-full text-[15px] font-[560] break-words">{row.name}</p>
              <p className="num text-sm text-muted">
                {PROVIDERS[row.provider].label}
                {row.address !== null && <> · {row.address}</>}
              </p>
              <DdnsState row={row} />
              <DdnsReason row={row} host={host} />
              <DdnsEnds row={row} />
              <p className="text-xs text-muted">
                {words.updated}: <Updated row={row} />
              </p>
            </div>
            {acts(row)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
