"use client";
import { CircleCheck, OctagonX, TriangleAlert } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { ToneLabel } from "@/components/ui/status";
import { WARN_DAYS } from "@/lib/kube/certificate-warning";
import type { CertificateHealth, ClusterHealth } from "@/lib/schemas/kube";

const DAY_MS = 86_400_000;

/** When each certificate ends, what was read, and what was not. */
export function CertificatesCard(props: { health: ClusterHealth }) {
  const words = useMessages().cluster.health;
  const columns = useCertificateColumns();
  const what = useWhat();
  return (
    <section className="grid gap-2">
      <h2 className="text-sm font-[580]">{words.certificatesTitle}</h2>
      <DataTable
        label={words.certificatesTitle}
        rows={props.health.certificates}
        columns={columns}
        rowKey={({ host, name }) => `${name} ${host}`}
        rowName={what}
        phoneCard={(row) => ({
          title: what(row),
          meta: words.certificates[row.name],
          status: <Left certificate={row} />,
        })}
        empty={null}
      />
      <p className="text-xs text-muted">
        {props.health.datastore.kind === "its-own"
          ? words.noHosts
          : `${words.certificatesNote} ${words.renewNote}`}
      </p>
    </section>
  );
}

/** Whose certificate it is. */
function useWhat() {
  const words = useMessages().cluster.health;
  return ({ name, host }: CertificateHealth) =>
    ({ serving: host, "load-balancer": words.throughSingle, panel: words.panel })[name];
}

function useCertificateColumns(): readonly Column<CertificateHealth>[] {
  const format = useFormat();
  const words = useMessages().cluster.health;
  const nowMs = useNow(60_000);
  const what = useWhat();
  const { certificateColumns: columns } = words;
  return [
    { id: "host", head: columns.host, cell: (row) => <b className="font-name">{what(row)}</b> },
    { id: "name", head: columns.name, cell: (row) => words.certificates[row.name] },
    {
      id: "expires",
      head: columns.expires,
      cell: (row) =>
        row.expiresAt === null ? (
          <span className="text-muted" title={row.problem?.detail}>
            {words.unreadable}
          </span>
        ) : (
          <span className="num">{format.date(Date.parse(row.expiresAt), nowMs)}</span>
        ),
    },
    { id: "left", head: columns.left, cell: (row) => <Left certificate={row} /> },
  ];
}

function Left(props: { certificate: CertificateHealth }) {
  const words = useMessages().cluster.health;
  const nowMs = useNow(60_000);
  const { expiresAt } = props.certificate;
  if (expiresAt === null) return null;
  const days = Math.floor((Date.parse(expiresAt) - nowMs) / DAY_MS);
  if (days < 0)
    return (
      <ToneLabel tone="danger" icon={OctagonX}>
        {words.days(days)}
      </ToneLabel>
    );
  const soon = days < WARN_DAYS;
  return (
    <ToneLabel tone={soon ? "warn" : "ok"} icon={soon ? TriangleAlert : CircleCheck}>
      {words.days(days)}
    </ToneLabel>
  );
}
