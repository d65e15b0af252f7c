"use client";
import { CircleDashed, CircleStop, ListChecks, RefreshCw } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Consequence } from "@/components/ui/takes-with-it";
import type { Messages } from "@/lib/i18n/catalogue";
import { nodesOf, progressOf } from "@/lib/job-graph/progress";
import type { JobRow } from "@/lib/schemas/job";
import type { JobView } from "@/lib/schemas/job-view";

/** What cancelling means now: what runs is finished, what is done stays, what waits can be resumed. */
export function CancelDialog(props: {
  open: boolean;
  job: JobRow;
  view: JobView;
  onKeep: () => void;
  onConfirm: () => void;
}) {
  const { open, job, view, onKeep, onConfirm } = props;
  const words = useMessages().jobs.cancelDialog;
  return (
    <ConfirmDialog
      open={open}
      onKeep={onKeep}
      onConfirm={onConfirm}
      icon={CircleStop}
      question={words.question(job.title)}
      happens={words.happens}
      takes={consequences(view, words)}
      verb={words.verb}
      keep={words.keep}
    />
  );
}

function consequences(view: JobView, words: Messages["jobs"]["cancelDialog"]): Consequence[] {
  const nodes = nodesOf(view);
  const { done, waiting, blocked } = progressOf(nodes);
  const running = nodes
    .filter((node) => node.state === "changing" || node.state === "checking")
    .map((node) => `${node.hostName} › ${node.label}`);
  const all: (Consequence & { readonly when: boolean })[] = [
    {
      when: running.length > 0,
      icon: RefreshCw,
      title: words.runningNow(running.join(", ")),
      detail: words.runningDetail,
      verdict: words.verdictFinish,
      tone: "ok",
    },
    {
      when: done > 0,
      icon: ListChecks,
      title: words.doneAlready(done),
      detail: words.doneDetail,
      verdict: words.verdictKept,
      tone: "ok",
    },
    {
      when: waiting + blocked > 0,
      icon: CircleDashed,
      title: words.notBegun(waiting + blocked),
      detail: words.notBegunDetail,
      verdict: words.verdictStay,
      tone: "unknown",
    },
  ];
  return all.filter((item) => item.when);
}
