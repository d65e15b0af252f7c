"use client";
import { RotateCw, SkipForward } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import type { Evidence, Problem } from "@/lib/core/problem";
import { lineOf } from "@/lib/job-feed/line-of";
import type { JobLogLine } from "@/lib/job-feed/log-line";
import type { NodeView } from "@/lib/schemas/job-view";
import { RemedyList } from "./remedy-list";
import { SkipDialog } from "./skip-dialog";
import type { StepCardProps } from "./step-card";

/** Why it failed: one sentence, the proof with links into the log, and what to do, likeliest first. */
export function StepFailure(props: StepCardProps & { node: NodeView; problem: Problem }) {
  const { problem, lines, onLine } = props;
  return (
    <>
      <p className="mt-2.5 text-base font-[580] break-words">{problem.detail}</p>
      {problem.evidence && <Proof evidence={problem.evidence} lines={lines} onLine={onLine} />}
      <RemedyList {...props} hostId={props.node.hostId} />
      <Acts {...props} />
    </>
  );
}

/** Retry and Skip, once the other hosts have come to rest. */
function Acts({ node, view, acts }: StepCardProps & { node: NodeView }) {
  const words = useMessages().jobs;
  const [skipping, setSkipping] = useState(false);
  if (view.outcome === "running") return <p className="mt-3 text-sm text-muted">{words.others}</p>;
  if (view.outcome === "succeeded") return null;
  const busy = acts.resume.isPending;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button
        look="primary"
        size="sm"
        icon={RotateCw}
        busy={busy}
        onClick={() => acts.resume.mutate({})}
      >
        {words.retry}
      </Button>
      {node.skippable && (
        <Button size="sm" icon={SkipForward} disabled={busy} onClick={() => setSkipping(true)}>
          {words.skip}
        </Button>
      )}
      <span className="text-xs text-muted">{words.retryHelp}</span>
      {skipping && (
        <SkipDialog
          node={node}
          view={view}
          onClose={() => setSkipping(false)}
          onSkip={(reason) => {
            setSkipping(false);
            acts.resume.mutate({ [node.id]: reason });
          }}
        />
      )}
    </div>
  );
}

function Proof(props: {
  evidence: Evidence;
  lines: readonly JobLogLine[];
  onLine: (seq: number) => void;
}) {
  const { evidence, lines, onLine } = props;
  const words = useMessages().jobs;
  return (
    <>
      <h3 className="mt-3.5 mb-1.5 text-2xs font-[550] text-muted">{words.evidence}</h3>
      <div className="rounded-md border border-line bg-sunken px-2.5 py-2 font-mono text-xs leading-[19px] [overflow-wrap:anywhere]">
        {evidence.tail.map((text, index) => {
          const line = lineOf(lines, text);
          return (
            <p key={index} className="text-danger">
              {text}{" "}
              {line !== undefined && (
                <button type="button" className="link" onClick={() => onLine(line)}>
                  {words.line(line)}
                </button>
              )}
            </p>
          );
        })}
        <p className="text-muted">
          {evidence.command}, {words.exit(evidence.exitCode)}
        </p>
      </div>
    </>
  );
}
