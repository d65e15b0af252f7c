"use client";
import Link from "next/link";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { PLACES } from "@/components/shell/places";
import type { Column, PhoneCard } from "@/components/table/column";
import { Ago } from "@/components/ui/ago";
import { Status } from "@/components/ui/status";
import type { JobRow } from "@/lib/schemas/job";

/** The columns of the jobs list, and what a job is on a phone. */
export function useJobColumns(): {
  readonly columns: readonly Column<JobRow>[];
  readonly phoneCard: (job: JobRow) => PhoneCard;
} {
  const m = useMessages();
  const words = m.jobs.columns;
  const columns: readonly Column<JobRow>[] = [
    {
      id: "title",
      head: words.title,
      cell: (job) => (
        <Link href={`${PLACES.jobs}/${job.id}`} className="font-name hover:underline">
          {job.title}
        </Link>
      ),
    },
    {
      id: "state",
      head: words.state,
      width: "150px",
      cell: (job) => <Status of="job" is={job.state} />,
    },
    {
      id: "cluster",
      head: words.cluster,
      width: "150px",
      from: "md",
      cell: (job) => job.clusterName ?? <span className="text-muted">{m.jobs.clusterGone}</span>,
    },
    {
      id: "steps",
      head: words.steps,
      width: "150px",
      align: "end",
      cell: (job) => <Steps job={job} />,
    },
    {
      id: "took",
      head: words.duration,
      width: "110px",
      align: "end",
      cell: (job) => <Took job={job} />,
    },
    {
      id: "by",
      head: words.by,
      width: "150px",
      from: "lg",
      cell: (job) => job.startedBy,
    },
    { id: "when", head: words.when, width: "130px", cell: (job) => <Ago at={job.createdAt} /> },
    {
      id: "number",
      head: words.job,
      width: "80px",
      align: "end",
      from: "lg",
      cell: (job) => <span className="text-muted">{job.number}</span>,
    },
  ];
  const phoneCard = (job: JobRow): PhoneCard => ({
    title: job.title,
    meta: (
      <>
        {m.jobs.number(job.number)}, <Ago at={job.createdAt} />
      </>
    ),
    status: <Status of="job" is={job.state} />,
    detail: <Steps job={job} />,
  });
  return { columns, phoneCard };
}

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
