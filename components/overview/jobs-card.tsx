"use client";
import { jobHref } from "@/components/cluster/cluster-links";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { PLACES } from "@/components/shell/places";
import { Ago } from "@/components/ui/ago";
import { SegmentedProgress } from "@/components/ui/segmented-progress";
import { Status } from "@/components/ui/status";
import type { JobRow } from "@/lib/schemas/job";
import { GlanceCard, GlanceRow, GlanceTitle } from "./glance-card";

/** What runs now with how far it is, then what ran last. */
export function JobsCard(props: { running: readonly JobRow[]; recent: readonly JobRow[] }) {
  const { running, recent } = props;
  const words = useBaseMessages().overview.jobs;
  return (
    <GlanceCard title={words.title} all={{ href: PLACES.jobs, label: words.all }}>
      {running.length + recent.length === 0 && (
        <p className="border-t border-line px-4 py-4 text-sm text-muted">{words.none}</p>
      )}
      <ul>
        {[...running, ...recent].map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </ul>
    </GlanceCard>
  );
}

function JobLine({ job }: { job: JobRow }) {
  const words = useBaseMessages().overview.jobs;
  const isOver = job.endedAt !== null;
  return (
    <GlanceRow
      href={jobHref(job.id)}
      className="grid-cols-[minmax(0,1fr)_auto] gap-y-1.5"
      title={
        <GlanceTitle name={job.title}>
          <Ago at={job.endedAt ?? job.startedAt ?? job.createdAt} /> {words.by(job.startedBy)}
          {!isOver && job.counts.total > 0 && ` · ${words.steps(doneOf(job), job.counts.total)}`}
        </GlanceTitle>
      }
    >
      <Status of="job" is={job.state} />
      {!isOver && job.counts.total > 0 && <Progress job={job} />}
    </GlanceRow>
  );
}

const doneOf = ({ counts }: JobRow) => counts.changed + counts["in-sync"] + counts.skipped;

function Progress({ job }: { job: JobRow }) {
  const words = useBaseMessages().overview.jobs;
  const { counts } = job;
  const done = doneOf(job);
  const now = counts.checking + counts.changing;
  const rest = counts.total - done - now - counts.failed;
  return (
    <SegmentedProgress
      className="col-span-2"
      parts={[
        { tone: "ok", count: done, label: words.done(done) },
        { tone: "live", count: now, label: words.now(now) },
        { tone: "danger", count: counts.failed, label: words.failed(counts.failed) },
        { tone: "rest", count: rest, label: words.rest(rest) },
      ]}
    />
  );
}
