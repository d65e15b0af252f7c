"use client";
import { useState } from "react";
import { usePhone } from "@/components/hooks/use-media";
import { useCluster } from "@/components/cluster/use-cluster";
import { TrialBanner } from "@/components/network/trial-banner";
import { putStepInAddress, stepInAddress } from "@/components/plan/step-param";
import { useStepKeys } from "@/components/plan/use-step-keys";
import { chooseStep, chosenStep, type StepChoice } from "@/lib/job-graph/chosen-step";
import { nodesOf } from "@/lib/job-graph/progress";
import type { JobPicture } from "@/lib/job-feed/job-feed";
import type { JobLogLine } from "@/lib/job-feed/log-line";
import type { JobRow } from "@/lib/schemas/job";
import type { JobView } from "@/lib/schemas/job-view";
import { JobEnded } from "./job-ended";
import { JobHead } from "./job-head";
import { JobLog } from "./job-log";
import { JobSteps } from "./job-steps";
import { LaneList } from "./lane-list";
import { StepCard } from "./step-card";
import { useJobActs } from "./use-job-acts";

/** Head, graph, the chosen step, its log. All from plain props. */
export function JobBoard(props: {
  job: JobRow;
  view: JobView;
  picture: JobPicture;
  linesOf: (node: string | null) => readonly JobLogLine[];
}) {
  const { job, view, picture, linesOf } = props;
  const phone = usePhone();
  const nodes = nodesOf(view);
  const cluster = useCluster(job.clusterId);
  const acts = useJobActs(job.id);
  const { node, choose, move } = useChoice(view);
  const [mark, setMark] = useState<number>();
  const [whole, setWhole] = useState(false);
  const pick = (id: string) => {
    choose(id);
    setWhole(false);
    setMark(undefined);
  };
  useStepKeys((by) => {
    move(by);
    setMark(undefined);
  });
  const roleOf = (hostId: string) =>
    cluster.data?.members.find((member) => member.hostId === hostId)?.role;
  return (
    <>
      <JobHead job={job} view={view} acts={acts} />
      <TrialBanner jobId={job.id} view={view} />
      <JobEnded job={job} view={view} acts={acts} />
      {phone ? (
        <LaneList nodes={nodes} chosen={node?.id} onChoose={pick} roleOf={roleOf} folded />
      ) : (
        <JobSteps view={view} chosen={node?.id} onChoose={pick} roleOf={roleOf} />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] items-start gap-4 max-md:grid-cols-1">
        <StepCard
          job={job}
          node={node}
          view={view}
          acts={acts}
          lines={node ? linesOf(node.id) : []}
          onChoose={pick}
          onLine={setMark}
        />
        <JobLog
          node={node}
          nodes={nodes}
          whole={whole}
          onWhole={setWhole}
          onChoose={pick}
          linesOf={linesOf}
          picture={picture}
          ended={view.outcome !== "running"}
          mark={mark}
        />
      </div>
    </>
  );
}

/** Which step is open, in the address too; a failure opens by itself. */
function useChoice(view: JobView) {
  const [choice, setChoice] = useState<StepChoice | null>(() => {
    const node = stepInAddress();
    return node === null
      ? null
      : { node, attempt: view.attempt, failures: Number.POSITIVE_INFINITY };
  });
  const node = chosenStep(view, choice);
  const choose = (id: string) => {
    setChoice(chooseStep(view, id));
    putStepInAddress(id);
  };
  const move = (by: 1 | -1) => {
    const nodes = nodesOf(view);
    const at = nodes.findIndex((candidate) => candidate.id === node?.id);
    const next = nodes[Math.min(nodes.length - 1, Math.max(0, at + by))];
    if (next) choose(next.id);
  };
  return { node, choose, move };
}
