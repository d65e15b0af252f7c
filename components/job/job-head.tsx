"use client";
import { CircleStop, Link2, OctagonX } from "lucide-react";
import { useState } from "react";
import { useCopy } from "@/components/hooks/use-copy";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { SegmentedProgress } from "@/components/ui/segmented-progress";
import { Status, ToneLabel } from "@/components/ui/status";
import type { Messages } from "@/lib/i18n/catalogue";
import { elapsedMs, nodesOf, progressOf, remainingMs } from "@/lib/job-graph/progress";
import { roughMs } from "@/lib/plan-summary/figures";
import type { JobRow, JobState } from "@/lib/schemas/job";
import type { JobView } from "@/lib/schemas/job-view";
import { CancelDialog } from "./cancel-dialog";
import type { JobActs } from "./use-job-acts";

/** Title, state, how far, how long, Cancel; under it all steps as one bar. */
export function JobHead(props: { job: JobRow; view: JobView; acts: JobActs }) {
  const { job, view, acts } = props;
  const words = useMessages().jobs;
  const progress = progressOf(nodesOf(view));
  return (
    <>
      <PageHead
        className="mb-3!"
        title={job.title}
        mark={
          <>
            <Status of="job" is={jobState(job, view)} pill />
            {progress.failed > 0 && (
              <ToneLabel pill tone="danger" icon={OctagonX}>
                {words.failedPill(progress.failed)}
              </ToneLabel>
            )}
          </>
        }
        facts={<Facts job={job} view={view} />}
        actions={<Actions {...props} cancelling={view.cancelling || acts.cancel.isPending} />}
      />
      <SegmentedProgress
        className="mb-4"
        parts={[
          { tone: "ok", count: progress.done, label: words.done(progress.done) },
          { tone: "live", count: progress.running, label: words.running(progress.running) },
          { tone: "danger", count: progress.failed, label: words.failed(progress.failed) },
          {
            tone: "rest",
            count: progress.blocked + progress.waiting,
            label: words.waiting(progress.blocked + progress.waiting),
          },
        ]}
      />
    </>
  );
}

/** The newest word: the events', unless none has come yet. */
export const jobState = (job: JobRow, view: JobView): JobState =>
  view.lastSeq === 0 ? job.state : view.outcome;

function Facts({ job, view }: { job: JobRow; view: JobView }) {
  const words = useMessages().jobs;
  const format = useFormat();
  const nowMs = useNow();
  if (view.startedAt === undefined) return words.queuedBy(job.number, job.startedBy);
  const started = words.startedBy(
    job.number,
    format.clock(Date.parse(view.startedAt)),
    job.startedBy,
  );
  return `${started} ${progressWords({ view, nowMs, words, duration: format.duration })}`;
}

function progressWords(about: {
  view: JobView;
  nowMs: number;
  words: Messages["jobs"];
  duration: (ms: number) => string;
}): string {
  const { view, nowMs, words, duration } = about;
  const nodes = nodesOf(view);
  const progress = progressOf(nodes);
  const took = elapsedMs(view, nowMs);
  const parts = [words.progress(progress.done, progress.total)];
  if (took !== null) parts.push(words.in(duration(Math.max(1_000, took))));
  const text = [parts.join(" ")];
  const leftMs = view.outcome === "running" ? remainingMs(view, nowMs) : 0;
  if (leftMs > 0) {
    const about = duration(roughMs(leftMs));
    text.push(progress.failed > 0 ? words.leftElsewhere(about) : words.left(about));
  }
  if (view.attempt > 1) text.push(words.attempt(view.attempt));
  return `${text.join(", ")}.`;
}

function Actions(props: { job: JobRow; view: JobView; acts: JobActs; cancelling: boolean }) {
  const { job, view, acts, cancelling } = props;
  const words = useMessages().jobs;
  const { copied, copy } = useCopy();
  const [asking, setAsking] = useState(false);
  const running = jobState(job, view) === "running" || jobState(job, view) === "queued";
  return (
    <>
      <Button
        icon={Link2}
        className="max-sm:hidden"
        onClick={() => copy(`${window.location.origin}${window.location.pathname}`)}
      >
        {copied ? words.linkCopied : words.copyLink}
      </Button>
      {running && (
        <Button look="warn" icon={CircleStop} busy={cancelling} onClick={() => setAsking(true)}>
          {cancelling ? words.cancelling : words.cancelDialog.button}
        </Button>
      )}
      <CancelDialog
        open={asking && running && !cancelling}
        job={job}
        view={view}
        onKeep={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          acts.cancel.mutate();
        }}
      />
    </>
  );
}
