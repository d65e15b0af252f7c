"use client";
import Link from "next/link";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { PLACES } from "@/components/shell/places";
import type { Column, PhoneCard } from "@/components/table/column";
import { Ago } from "@/components/ui/ago";
import { Status } from "@/components/ui/status";
import type { Messages } from "@/lib/i18n/catalogue";
import type { JobRow } from "@/lib/schemas/job";
import type { OperationKind } from "@/lib/schemas/operation";

/** Without one today, they had one; jobs on hosts and networks may never have. */
const NEEDS_CLUSTER: ReadonlySet<OperationKind> = new Set([
  "create",
  "apply",
  "add-host",
  "remove-host",
  "delete",
]);

/** The columns of the jobs list. */
export function jobColumns(words: Messages["jobs"]): readonly Column<JobRow>[] {
  const { columns } = words;
  return [
    { id: "title", head: columns.title, cell: (job) => <Title job={job} /> },
    {
      id: "state",
      head: columns.state,
      width: "150px",
      cell: (job) => <Status of="job" is={job.state} />,
    },
    {
      id: "cluster",
      head: columns.cluster,
      width: "150px",
      from: "md",
      cell: (job) =>
        job.clusterName ?? (
          <span className="text-muted">
            {NEEDS_CLUSTER.has(job.operation.kind) ? words.clusterGone : words.noCluster}
          </span>
        ),
    },
    {
      id: "steps",
      head: columns.steps,
      width: "150px",
      align: "end",
      cell: (job) => <Steps job={job} />,
    },
    {
      id: "took",
      head: columns.duration,
      width: "110px",
      align: "end",
      cell: (job) => <Took job={job} />,
    },
    { id: "by", head: columns.by, width: "150px", from: "lg", cell: (job) => job.startedBy },
    { id: "when", head: columns.when, width: "130px", cell: (job) => <Ago at={job.createdAt} /> },
    {
      id: "number",
      head: columns.job,
      width: "80px",
      align: "end",
      from: "lg",
      cell: (job) => <span className="text-muted">{job.number}</span>,
    },
  ];
}

/** A job as a card, on a phone. */
export const jobCard = (job: JobRow, words: Messages["jobs"]): PhoneCard => ({
  title: job.title,
  meta: (
    <>
      {words.number(job.number)}, <Ago at={job.createdAt} />
    </>
  ),
  status: <Status of="job" is={job.state} />,
  detail: <Steps job={job} />,
});

const Title = ({ job }: { job: JobRow }) => (
  <Link href={`${PLACES.jobs}/${job.id}`} className="font-name hover:underline">
    {job.title}
  </Link>
);

function Steps({ job }: { job: JobRow }) {
  const words = useMessages().jobs;
  const { counts } = job;
  const done = counts.changed + counts["in-sync"] + counts.skipped;
  return (
    <span className="num">
      {counts.failed > 0 && (
        <span className="text-danger">{words.stepsFailed(counts.failed)}, </span>
      )}
      {words.stepsDone(done, counts.total)}
    </span>
  );
}

function Took({ job }: { job: JobRow }) {
  const format = useFormat();
  const nowMs = useNow();
  if (job.startedAt === null) return null;
  const end = job.endedAt === null ? nowMs : Date.parse(job.endedAt);
  return (
    <span className="num">{format.duration(Math.max(1_000, end - Date.parse(job.startedAt)))}</span>
  );
}
