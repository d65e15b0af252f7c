"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { StepHead } from "@/components/plan/step-head";
import { Card } from "@/components/ui/card";
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
      <StepHead
        node={node}
        nodes={nodesOf(props.view)}
        words={words}
        onChoose={props.onChoose}
        state={<Status of="step" is={node.state} pill />}
        facts={<Took node={node} attempt={props.view.attempt} />}
      />
      {node.problem ? (
        <StepFailure {...props} node={node} problem={node.problem} />
      ) : (
        <Body {...props} node={node} />
      )}
    </Card>
  );
}

type Chosen = StepCardProps & { node: NodeView };

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
