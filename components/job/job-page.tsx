"use client";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { JobBoard } from "./job-board";
import { JobSkeleton } from "./job-skeleton";
import { useJob, useJobRow } from "./use-job";

/** One job, live: the same picture after a reload, in a second browser and after a lost connection. */
export function JobPage(props: { jobId: string }) {
  const { jobId } = props;
  const m = useMessages();
  const answer = useJobRow(jobId);
  const { feed, picture } = useJob(jobId);
  const job = answer.data?.job;
  const early = answer.data?.view;
  const view = early && early.lastSeq > picture.view.lastSeq ? early : picture.view;
  return (
    <>
      <Breadcrumb
        items={[
          { label: m.jobs.crumb, href: PLACES.jobs },
          { label: job ? m.jobs.number(job.number) : m.common.job },
        ]}
      />
      {answer.error && !job && (
        <>
          <PageHead title={m.common.job} />
          <ProblemCard
            problem={problemOf(answer.error)}
            actions={
              <Button size="sm" busy={answer.isFetching} onClick={() => void answer.refetch()}>
                {m.ui.tryNow}
              </Button>
            }
          />
        </>
      )}
      {!answer.error && !job && <JobSkeleton />}
      {job && (
        <JobBoard job={job} view={view} picture={picture} linesOf={(node) => feed.lines(node)} />
      )}
    </>
  );
}
