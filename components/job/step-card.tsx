"use client";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Status } from "@/components/ui/status";
import { nodesOf, stepMs } from "@/lib/job-graph/progress";
import type { JobLogLine } from "@/lib/job-feed/log-line";
import type { JobRow } from "@/lib/schemas/job";
import type { JobView, NodeView } from "@/lib/schemas/job-view";
import { StepFailure } from "./step-failure";
import type { JobActs } from "./use-job-acts";

export interface StepCardProps {
  job: JobRow;
  node: NodeView | undefined;
  view: JobView;
  acts: JobActs;
  /** Its own log, for links from evidence to lines. */
  lines: readonly JobLogLine[];
  onChoose: (id: string) => void;
  onLine: (seq: number) => void;
}

/** The chosen step: what it does, how far it is; of a failure the cause, the proof and what to do. */
export function StepCard(props: StepCardProps) {
  const { node } = props;
  const words = useMessages().jobs;
  if (!node)
    return (
      <Card aria-label={words.step} className="p-4 text-sm text-muted">
        {words.noStep}
      </Card>
    );
  return (
    <Card
      aria-label={words.step}
      data-step={node.id}
      {...(node.state === "failed" ? { tone: "danger" as const } : {})}
      className="px-4 py-3.5"
    >
      <Head {...props} node={node} />
      {node.problem ? (
        <StepFailure {...props} node={node} problem={node.problem} />
      ) : (
        <Body {...props} node={node} />
      )}
    </Card>
  );
}

type Chosen = StepCardProps & { node: NodeView };

function Head({ node, view, onChoose }: Chosen) {
  const words = useMessages().jobs;
  const nodes = nodesOf(view);
  const at = nodes.findIndex((candidate) => candidate.id === node.id);
  const [before, after] = [nodes[at - 1], nodes[at + 1]];
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <h2 className="min-w-0 text-lg break-words">
        <span className="font-[450] text-muted">{node.hostName} › </span>
        {node.label}
      </h2>
      <Status of="step" is={node.state} pill />
      <span className="ml-auto flex items-center">
        <Took node={node} attempt={view.attempt} />
        <IconButton
          icon={ChevronUp}
          size="sm"
          label={words.previous}
          disabled={!before}
          onClick={() => before && onChoose(before.id)}
          className="max-sm:hidden"
        />
        <IconButton
          icon={ChevronDown}
          size="sm"
          label={words.next}
          disabled={!after}
          onClick={() => after && onChoose(after.id)}
          className="max-sm:hidden"
        />
      </span>
    </div>
  );
}

function Took({ node, attempt }: { node: NodeView; attempt: number }) {
  const words = useMessages().jobs;
  const format = useFormat();
  const took = stepMs(node, useNow());
  const parts = [
    ...(took === null ? [] : [format.duration(took)]),
    ...(attempt > 1 ? [words.attempt(attempt)] : []),
  ];
  return <span className="num mr-1 text-xs whitespace-nowrap text-muted">{parts.join(", ")}</span>;
}

function Body({ node, view, onChoose }: Chosen) {
  const words = useMessages().jobs;
  const format = useFormat();
  const before = node.after.flatMap((id) => view.nodes[id] ?? []);
  return (
    <div className="mt-1 grid gap-2 text-sm">
      <p className="text-muted">{node.title}</p>
      <Note node={node} view={view} />
      {node.state === "waiting" && before.length > 0 && (
        <p className="flex flex-wrap gap-x-2 gap-y-1">
          <span className="text-muted">{words.waitsFor}</span>
          {before.map((step) => (
            <button key={step.id} type="button" className="link" onClick={() => onChoose(step.id)}>
              {step.hostName} › {step.label}
            </button>
          ))}
        </p>
      )}
      {(node.state === "waiting" || node.state === "changing" || node.state === "checking") && (
        <p className="num text-xs text-muted">{words.usually(format.duration(node.typicalMs))}</p>
      )}
    </div>
  );
}

function Note({ node, view }: { node: NodeView; view: JobView }) {
  const words = useMessages().jobs;
  if (node.note === undefined) return null;
  if (node.state === "skipped") return <p>{words.skippedBecause(node.note)}</p>;
  if (node.state !== "blocked") return <p className="break-words">{node.note}</p>;
  const by = view.nodes[node.note];
  return <p>{words.blockedBy(by ? `${by.hostName} › ${by.label}` : node.note)}</p>;
}
