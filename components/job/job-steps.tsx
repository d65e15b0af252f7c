"use client";
import { CircleCheckBig, CircleDashed, CircleSlash, OctagonX, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { ToneLabel } from "@/components/ui/status";
import { type JobProgress, nodesOf, progressOf } from "@/lib/job-graph/progress";
import type { JobView } from "@/lib/schemas/job-view";
import type { Role } from "@/lib/schemas/role";
import { JobGraph } from "./job-graph";
import { JobTime } from "./job-time";
import { LaneList } from "./lane-list";

export interface StepsProps {
  view: JobView;
  chosen: string | undefined;
  onChoose: (id: string) => void;
  roleOf: (hostId: string) => Role | undefined;
}

type View = "graph" | "list" | "time";

/** All steps at once: in the order of their needs, as a list, or over time. */
export function JobSteps(props: StepsProps) {
  const { view, chosen, onChoose, roleOf } = props;
  const words = useMessages().jobs;
  const [shown, setShown] = useState<View>("graph");
  const nodes = nodesOf(view);
  return (
    <Card className="mb-4 overflow-hidden" aria-label={words.stepsOfHosts}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2.5">
        <Segmented
          label={words.views.label}
          value={shown}
          onChange={setShown}
          segments={[
            { id: "graph", label: words.views.graph },
            { id: "list", label: words.views.list },
            { id: "time", label: words.views.time },
          ]}
        />
        <Counts progress={progressOf(nodes)} />
      </div>
      {nodes.length === 0 && <p className="px-4 py-6 text-sm text-muted">{words.noStep}</p>}
      {nodes.length > 0 && shown === "graph" && <JobGraph {...props} nodes={nodes} />}
      {nodes.length > 0 && shown === "list" && (
        <div className="max-h-[440px] overflow-y-auto">
          <LaneList bare nodes={nodes} chosen={chosen} onChoose={onChoose} roleOf={roleOf} />
        </div>
      )}
      {nodes.length > 0 && shown === "time" && (
        <JobTime nodes={nodes} chosen={chosen} onChoose={onChoose} />
      )}
    </Card>
  );
}

function Counts({ progress }: { progress: JobProgress }) {
  const words = useMessages().jobs;
  return (
    <>
      <ToneLabel size="xs" tone="ok" icon={CircleCheckBig}>
        {words.done(progress.done)}
      </ToneLabel>
      {progress.running > 0 && (
        <ToneLabel size="xs" tone="live" icon={RefreshCw}>
          {words.running(progress.running)}
        </ToneLabel>
      )}
      {progress.failed > 0 && (
        <ToneLabel size="xs" tone="danger" icon={OctagonX}>
          {words.failed(progress.failed)}
        </ToneLabel>
      )}
      {progress.blocked > 0 && (
        <ToneLabel size="xs" tone="unknown" icon={CircleSlash}>
          {words.blocked(progress.blocked)}
        </ToneLabel>
      )}
      {progress.waiting > 0 && (
        <ToneLabel size="xs" tone="unknown" icon={CircleDashed}>
          {words.waiting(progress.waiting)}
        </ToneLabel>
      )}
    </>
  );
}
