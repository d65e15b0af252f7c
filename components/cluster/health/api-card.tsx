"use client";
import { CircleCheck, OctagonX, Unplug } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import type { Column, PhoneCard } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { ToneLabel } from "@/components/ui/status";
import type { ApiHealth, ClusterHealth } from "@/lib/schemas/kube";

/** Every address of the API: where clients go, and each server by itself. */
export function ApiCard(props: { health: ClusterHealth }) {
  const { api, servers, datastore } = props.health;
  const words = useMessages().cluster.health;
  const columns = useApiColumns();
  const through = datastore.kind === "external-database" ? words.through : words.throughSingle;
  const rows = [{ ...api, name: through }, ...servers];
  return (
    <section className="grid gap-2">
      <h2 className="text-sm font-[580]">{words.apiTitle}</h2>
      <DataTable
        label={words.addressesLabel}
        rows={rows}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ name }) => name}
        phoneCard={(row): PhoneCard => ({
          title: row.name,
          meta: row.address,
          status: <ApiState health={row} />,
        })}
        empty={null}
      />
    </section>
  );
}

function useApiColumns(): readonly Column<ApiHealth>[] {
  const format = useFormat();
  const words = useMessages().cluster.health;
  const { columns } = words;
  return [
    { id: "name", head: columns.name, cell: (row) => <b className="font-name">{row.name}</b> },
    { id: "state", head: columns.state, cell: (row) => <ApiState health={row} /> },
    {
      id: "address",
      head: columns.address,
      from: "md",
      cell: (row) => <span className="num">{row.address}</span>,
    },
    {
      id: "latency",
      head: columns.latency,
      align: "end",
      cell: (row) =>
        row.latencyMs !== null && <span className="num">{format.duration(row.latencyMs)}</span>,
    },
    {
      id: "checks",
      head: columns.checks,
      align: "end",
      cell: (row) =>
        row.checks > 0 && (
          <span className="num">{words.checks(row.checks - row.failing.length, row.checks)}</span>
        ),
    },
  ];
}

function ApiState(props: { health: ApiHealth }) {
  const { ok, problem, failing } = props.health;
  const words = useMessages().cluster.health;
  if (problem !== null)
    return (
      <span className="grid justify-items-start gap-px">
        <ToneLabel tone="danger" icon={Unplug}>
          {words.unreachable}
        </ToneLabel>
        <span className="text-xs whitespace-normal">{problem.detail}</span>
      </span>
    );
  if (ok)
    return (
      <ToneLabel tone="ok" icon={CircleCheck}>
        {words.ready}
      </ToneLabel>
    );
  return (
    <span className="grid justify-items-start gap-px">
      <ToneLabel tone="danger" icon={OctagonX}>
        {words.notReady}
      </ToneLabel>
      <span className="text-xs whitespace-normal">{failing.join(", ")}</span>
    </span>
  );
}
