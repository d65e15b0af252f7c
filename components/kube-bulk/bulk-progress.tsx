"use client";
import { CircleCheck, CirclePause, LoaderCircle, OctagonX, RefreshCw } from "lucide-react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemCard } from "@/components/ui/problem-card";
import { SegmentedProgress } from "@/components/ui/segmented-progress";
import { ToneLabel } from "@/components/ui/status";
import type { BulkItem, BulkProgress, BulkState } from "@/lib/schemas/kube-bulk";
import { BulkList } from "./bulk-list";
import type { Run } from "./use-run";

const LOOKS = {
  waiting: { tone: "unknown", icon: LoaderCircle },
  running: { tone: "live", icon: RefreshCw, turns: true },
  done: { tone: "ok", icon: CircleCheck },
  failed: { tone: "danger", icon: OctagonX },
  skipped: { tone: "unknown", icon: CirclePause },
} as const satisfies Record<BulkState, object>;

/** What needs somebody first, then what moves. */
const ORDER: readonly BulkState[] = ["failed", "skipped", "running", "waiting", "done"];

/** How it goes with each object: what failed, and why, first. */
export function BulkProgressDialog(props: {
  run: Run;
  progress: BulkProgress;
  title: string;
  onAgain: (uids: readonly string[]) => void;
  onClose: () => void;
}) {
  const { run, progress, title, onAgain, onClose } = props;
  const m = useMessages();
  const words = m.changes.bulk.run;
  const left = progress.items.filter(({ state }) => state === "failed" || state === "skipped");
  const rows = ORDER.flatMap((state) => progress.items.filter((item) => item.state === state));
  return (
    <Dialog
      open
      width="lg"
      onClose={onClose}
      title={title}
      {...(progress.running ? { description: words.background } : {})}
      foot={
        <>
          {progress.running && (
            <>
              <span className="mr-auto text-xs text-muted">{words.stopHelp}</span>
              <Button look="warn" busy={run.stopping} onClick={run.stop}>
                {words.stop}
              </Button>
            </>
          )}
          {!progress.running && left.length > 0 && (
            <Button busy={run.starting} onClick={() => onAgain(left.map(({ uid }) => uid))}>
              {words.again(left.length)}
            </Button>
          )}
          <Button look={progress.running ? "secondary" : "primary"} onClick={onClose}>
            {m.changes.close}
          </Button>
        </>
      }
    >
      <div className="grid gap-3.5">
        {run.error && <ProblemCard problem={problemOf(run.error)} />}
        <BulkFigures progress={progress} />
        <BulkList
          label={title}
          rows={rows}
          below={(item) => <Reason item={item} />}
          end={({ state }) => <ToneLabel {...LOOKS[state]}>{words.states[state]}</ToneLabel>}
        />
      </div>
    </Dialog>
  );
}

/** How many are done, failed, left alone and still to go: a bar and the same in words. */
export function BulkFigures({ progress }: { progress: BulkProgress }) {
  const words = useMessages().changes.bulk.run;
  const count = (...states: readonly BulkState[]) =>
    progress.items.filter(({ state }) => states.includes(state)).length;
  const parts = [
    { tone: "ok", count: count("done"), label: words.done(count("done")) },
    { tone: "danger", count: count("failed"), label: words.failed(count("failed")) },
    { tone: "unknown", count: count("skipped"), label: words.skipped(count("skipped")) },
    {
      tone: "rest",
      count: count("waiting", "running"),
      label: words.waiting(count("waiting", "running")),
    },
  ] as const;
  const said = parts.filter((part) => part.count > 0).map(({ label }) => label);
  return (
    <div className="grid gap-1.5">
      <p role="status" className="num text-sm">
        {said.join(" · ")}
      </p>
      <SegmentedProgress parts={parts} />
    </div>
  );
}

/** Why it failed and what to do, as the cluster or the panel said it. */
function Reason({ item }: { item: BulkItem }) {
  if (item.problem === null) return null;
  return (
    <span className="block text-xs">
      {item.problem.detail} <span className="text-muted">{item.problem.remedies[0]}</span>
    </span>
  );
}
