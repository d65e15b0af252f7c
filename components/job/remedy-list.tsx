"use client";
import { Play } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { Problem } from "@/lib/core/problem";
import { clusterOperation, hostOperation } from "@/lib/schemas/operation";
import { hostPlanHref, planHref } from "@/lib/schemas/operation-param";
import { remedyAct } from "./remedy-act";
import type { StepCardProps } from "./step-card";

/** What one can do, likeliest first; the first one as a button where the panel can lead there. */
export function RemedyList(props: StepCardProps & { problem: Problem; hostId: string }) {
  const { remedies } = props.problem;
  const words = useMessages().jobs;
  if (remedies.length === 0) return null;
  return (
    <>
      <h3 className="mt-3.5 mb-1.5 text-2xs font-[550] text-muted">{words.remedies}</h3>
      <ol className="grid gap-2">
        {remedies.map((remedy, index) => (
          <li
            key={remedy}
            className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-2 rounded-md border border-line px-2.5 py-2 text-sm"
          >
            <span className="num text-muted">{index + 1}</span>
            <span className="break-words">{remedy}</span>
            {index === 0 && <Act {...props} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function Act({ problem, hostId, job, view, acts }: Parameters<typeof RemedyList>[0]) {
  const words = useMessages().jobs.remedyActs;
  switch (remedyAct(problem.code)) {
    case "host":
      return (
        <ButtonLink size="sm" href={`${PLACES.hosts}?host=${problem.hostId ?? hostId}`}>
          {words.host}
        </ButtonLink>
      );
    case "preview":
      if (planOf(job) === null) return null;
      return (
        <ButtonLink size="sm" href={planOf(job) ?? ""}>
          {words.preview}
        </ButtonLink>
      );
    case "resume":
      if (view.outcome === "running" || view.outcome === "succeeded") return null;
      return (
        <Button
          size="sm"
          icon={Play}
          busy={acts.resume.isPending}
          onClick={() => acts.resume.mutate({})}
        >
          {words.resume}
        </Button>
      );
    case null:
      return null;
  }
}

/** Where the plan of what the job does is made again; null when that is gone. */
function planOf({ operation, clusterId }: StepCardProps["job"]): string | null {
  const onHosts = hostOperation.safeParse(operation).data;
  if (onHosts?.kind === "prepare-host") return hostPlanHref(onHosts);
  const onCluster = clusterOperation.safeParse(operation).data;
  if (clusterId !== null && onCluster !== undefined) return planHref(clusterId, onCluster);
  return onHosts === undefined ? null : hostPlanHref(onHosts);
}
