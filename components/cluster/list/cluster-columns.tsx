"use client";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { Status } from "@/components/ui/status";
import type { Column, PhoneCard } from "@/components/table/column";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { clusterPlace, draftHref, jobHref } from "../cluster-links";

/** Of a cluster that somebody else made nothing is known of its hosts. */
function useMembers() {
  const { cluster, adopt } = useMessages();
  return (row: ClusterRow) =>
    row.origin === "adopted"
      ? `${adopt.adopted}, ${adopt.madeWith(row.adopted.distribution)}`
      : cluster.list.members(countOf(row, "server"), countOf(row, "agent"));
}

const countOf = ({ members }: ClusterRow, role: "server" | "agent") =>
  members.filter((member) => member.role === role).length;

/** Columns of the list of clusters. */
export function useClusterColumns(): readonly Column<ClusterRow>[] {
  const words = useMessages().cluster.list;
  const membersOf = useMembers();
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
    { id: "version", head: columns.version, cell: (row) => row.version, from: "md" },
    {
      id: "members",
      head: columns.members,
      cell: membersOf,
    },
    {
      id: "api",
      head: columns.api,
      cell: (row) => <span className="num font-mono text-xs">{row.apiAddress}</span>,
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
  const membersOf = useMembers();
  return (row) => ({
    title: row.name,
    meta: membersOf(row),
    status: <Status of="cluster" is={row.state} />,
  });
}
