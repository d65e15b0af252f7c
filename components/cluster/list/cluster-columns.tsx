"use client";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { Status } from "@/components/ui/status";
import type { Column, PhoneCard } from "@/components/table/column";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { clusterPlace, draftHref, jobHref } from "../cluster-links";

const countOf = ({ spec }: ClusterRow, role: "server" | "agent") =>
  spec.members.filter((member) => member.role === role).length;

/** Columns of the list of clusters. */
export function useClusterColumns(): readonly Column<ClusterRow>[] {
  const words = useMessages().cluster.list;
  const { columns } = words;
  return [
    {
      id: "name",
      head: columns.name,
      cell: (row) => (
        <Link href={clusterPlace(row)} className="font-name">
          {row.name}
        </Link>
      ),
    },
    { id: "state", head: columns.state, cell: (row) => <Status of="cluster" is={row.state} /> },
    { id: "version", head: columns.version, cell: (row) => row.spec.k3sVersion, from: "md" },
    {
      id: "members",
      head: columns.members,
      cell: (row) => words.members(countOf(row, "server"), countOf(row, "agent")),
    },
    {
      id: "api",
      head: columns.api,
      cell: (row) => <span className="num font-mono text-xs">{row.spec.apiAddress}</span>,
      from: "lg",
    },
    {
      id: "created",
      head: columns.created,
      cell: (row) => <AgeCell at={row.createdAt} />,
      align: "end",
      from: "md",
    },
    {
      id: "next",
      head: columns.next,
      quietHead: true,
      align: "end",
      cell: (row) => <NextStep row={row} />,
    },
  ];
}

function NextStep(props: { row: ClusterRow }) {
  const words = useMessages().cluster.list;
  const { id, state, runningJobId } = props.row;
  if (runningJobId !== null)
    return (
      <ButtonLink size="sm" href={jobHref(runningJobId)}>
        {words.watchJob}
      </ButtonLink>
    );
  if (state !== "draft") return null;
  return (
    <ButtonLink size="sm" href={draftHref(id)}>
      {words.continueDraft}
    </ButtonLink>
  );
}

/** The same on a phone. */
export function useClusterCard(): (row: ClusterRow) => PhoneCard {
  const words = useMessages().cluster.list;
  return (row) => ({
    title: row.name,
    meta: words.members(countOf(row, "server"), countOf(row, "agent")),
    status: <Status of="cluster" is={row.state} />,
  });
}
