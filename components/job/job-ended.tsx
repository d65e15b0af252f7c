"use client";
import { Boxes, CircleCheck, CircleStop, KeyRound, Play, Server, ZapOff } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { useMay } from "@/components/cluster/use-may";
import { useMessages } from "@/components/hooks/use-messages";
import { useCluster } from "@/components/cluster/use-cluster";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import type { Messages } from "@/lib/i18n/catalogue";
import { nodesOf } from "@/lib/job-graph/progress";
import type { JobRow } from "@/lib/schemas/job";
import type { JobView, NodeState } from "@/lib/schemas/job-view";
import { jobState } from "./job-head";
import type { JobActs } from "./use-job-acts";

const KubeconfigDialog = dynamic(
  () =>
    import("@/components/cluster/kubeconfig/kubeconfig-dialog").then(
      (part) => part.KubeconfigDialog,
    ),
  { ssr: false },
);

/** What next, once a job is over: the cluster, the kubeconfig, or Resume. */
export function JobEnded(props: { job: JobRow; view: JobView; acts: JobActs }) {
  const { job, view, acts } = props;
  const words = useMessages().jobs;
  const resume = (
    <Button
      look="primary"
      icon={Play}
      busy={acts.resume.isPending}
      onClick={() => acts.resume.mutate({})}
    >
      {words.resume}
    </Button>
  );
  switch (jobState(job, view)) {
    case "queued":
    case "running":
      return null;
    case "succeeded":
      return <Succeeded job={job} view={view} />;
    case "cancelled":
      return (
        <Note
          tone="unknown"
          icon={CircleStop}
          className="mb-4"
          title={words.cancelled}
          actions={resume}
        >
          {words.cancelledDetail}
        </Note>
      );
    case "interrupted":
      return (
        <Note tone="warn" icon={ZapOff} className="mb-4" title={words.interrupted} actions={resume}>
          {words.interruptedDetail}
        </Note>
      );
    case "failed":
      return <FailedWithoutStep view={view} resume={resume} />;
  }
}

/** A failed step tells its own story below; a job can also fail before any step. */
function FailedWithoutStep({ view, resume }: { view: JobView; resume: ReactNode }) {
  if (view.problem === undefined || nodesOf(view).some((node) => node.state === "failed"))
    return null;
  return <ProblemCard problem={view.problem} actions={resume} className="mb-4" />;
}

function Succeeded({ job, view }: { job: JobRow; view: JobView }) {
  const words = useMessages().jobs;
  const cluster = `${PLACES.clusters}/${job.clusterId ?? ""}`;
  const gone = job.operation.kind === "delete" || job.clusterId === null;
  return (
    <Note
      tone="ok"
      icon={CircleCheck}
      className="mb-4"
      title={words.ended[job.operation.kind](job.clusterName ?? "")}
      actions={
        gone ? (
          <ButtonLink href={PLACES.hosts} icon={Server}>
            {words.openHosts}
          </ButtonLink>
        ) : (
          <>
            <ButtonLink look="primary" href={cluster} icon={Boxes}>
              {words.openCluster}
            </ButtonLink>
            {job.operation.kind === "create" && <Kubeconfig clusterId={job.clusterId} />}
          </>
        )
      }
    >
      {summary(view, words)}
    </Note>
  );
}

/** The cluster's own dialog, here at once: it is what one wants next. */
function Kubeconfig(props: { clusterId: string | null }) {
  const words = useMessages().jobs;
  const cluster = useCluster(props.clusterId);
  const allowed = useMay("kubeconfig:create");
  const [open, setOpen] = useState(false);
  if (!cluster.data || !allowed) return null;
  return (
    <>
      <Button icon={KeyRound} onClick={() => setOpen(true)}>
        {words.kubeconfig}
      </Button>
      {open && <KubeconfigDialog cluster={cluster.data} onClose={() => setOpen(false)} />}
    </>
  );
}

function summary(view: JobView, words: Messages["jobs"]): string {
  const count = (state: NodeState) => nodesOf(view).filter((node) => node.state === state).length;
  const changed = count("changed");
  const skipped = count("skipped");
  const main = changed === 0 ? words.endedNoChange : words.endedChanges(changed, count("in-sync"));
  return skipped === 0 ? main : `${main} ${words.endedSkipped(skipped)}`;
}
