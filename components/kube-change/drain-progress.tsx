"use client";
import { CircleCheck, CirclePause, LoaderCircle, OctagonX, RefreshCw } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemCard } from "@/components/ui/problem-card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { ToneLabel } from "@/components/ui/status";
import type { DrainPodState, DrainProgress } from "@/lib/schemas/kube-drain";

const POD_LOOKS = {
  waiting: { tone: "unknown", icon: LoaderCircle },
  blocked: { tone: "warn", icon: CirclePause },
  leaving: { tone: "live", icon: RefreshCw, turns: true },
  gone: { tone: "ok", icon: CircleCheck },
} as const satisfies Record<DrainPodState, object>;

const LOOKS = {
  running: { tone: "live", icon: RefreshCw, turns: true },
  done: { tone: "ok", icon: CircleCheck },
  failed: { tone: "danger", icon: OctagonX },
  cancelled: { tone: "unknown", icon: CirclePause },
} as const satisfies Record<DrainProgress["state"], object>;

/** How a drain goes: which pods are gone, and what keeps the others. */
export function DrainProgressDialog(props: {
  progress: DrainProgress;
  cancelling: boolean;
  onCancel: () => void;
  onAgain: () => void;
  onClose: () => void;
}) {
  const { progress, cancelling, onCancel, onAgain, onClose } = props;
  const m = useMessages();
  const words = m.changes.drain;
  const gone = progress.pods.filter(({ state }) => state === "gone").length;
  const all = progress.pods.length;
  const running = progress.state === "running";
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.verb(progress.node)}
      {...(running ? { description: words.background } : {})}
      foot={
        <>
          {running && (
            <Button look="warn" busy={cancelling} onClick={onCancel}>
              {words.cancel}
            </Button>
          )}
          {progress.state === "failed" && <Button onClick={onAgain}>{words.again}</Button>}
          <Button look={running ? "secondary" : "primary"} onClick={onClose}>
            {m.changes.close}
          </Button>
        </>
      }
    >
      <div className="grid gap-3.5">
        <div className="grid gap-1.5" role="status">
          <div className="flex justify-between gap-3 text-sm">
            <ToneLabel {...LOOKS[progress.state]}>{words.states[progress.state]}</ToneLabel>
            <span className="num text-muted">{words.progress(gone, all)}</span>
          </div>
          <ProgressBar label={words.progress(gone, all)} ratio={all === 0 ? 1 : gone / all} />
        </div>
        {progress.problem && <ProblemCard problem={progress.problem} />}
        <PodList progress={progress} />
      </div>
    </Dialog>
  );
}

function PodList(props: { progress: DrainProgress }) {
  const words = useMessages().changes.drain;
  const { pods } = props.progress;
  if (pods.length === 0) return null;
  return (
    <ul className="rounded-lg border border-line text-sm">
      {pods.map(({ namespace, name, state, message }) => (
        <li
          key={`${namespace}/${name}`}
          className="flex items-start gap-3 border-t border-line px-3 py-2 first:border-t-0"
        >
          <span className="min-w-0 flex-1 break-words">
            <b className="font-name">{name}</b> <span className="text-muted">{namespace}</span>
            {message !== "" && state !== "gone" && (
              <span className="block text-xs text-muted">{message}</span>
            )}
          </span>
          <ToneLabel {...POD_LOOKS[state]}>{words.podStates[state]}</ToneLabel>
        </li>
      ))}
    </ul>
  );
}
