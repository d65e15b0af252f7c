"use client";
import { Play } from "lucide-react";
import { clusterHref, jobHref } from "@/components/cluster/cluster-links";
import { useMay } from "@/components/cluster/use-may";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { Named, Trouble } from "@/lib/schemas/overview";
import { useResume } from "./use-overview";

/** Where a trouble is mended. */
export function TroubleActions({ trouble }: { trouble: Trouble }) {
  const words = useBaseMessages().overview.actions;
  if ("site" in trouble)
    return (
      <ButtonLink size="sm" href={`/network/${trouble.site.id}`}>
        {words.site}
      </ButtonLink>
    );
  switch (trouble.kind) {
    case "host-key-changed":
    case "host-unreachable":
    case "host-blocked":
    case "host-warned":
      return <HostLink hosts={trouble.hosts} />;
    case "nodes-not-ready":
    case "nodes-strained":
      return (
        <ButtonLink size="sm" href={clusterHref(trouble.cluster.id)}>
          {words.nodes}
        </ButtonLink>
      );
    case "api-away":
    case "certificate-ends":
    case "certificate-ended":
      return (
        <ButtonLink size="sm" href={clusterHref(trouble.cluster.id, "health")}>
          {words.health}
        </ButtonLink>
      );
    case "job-stopped":
      return <JobActions jobId={trouble.job.id} />;
  }
}

/** One host opens by itself; several are in the list, where trouble sorts first. */
function HostLink({ hosts: [first, ...others] }: { hosts: readonly Named[] }) {
  const words = useBaseMessages().overview.actions;
  const one = first !== undefined && others.length === 0;
  return (
    <ButtonLink size="sm" href={one ? `${PLACES.hosts}?host=${first.id}` : PLACES.hosts}>
      {one ? words.host : words.hosts}
    </ButtonLink>
  );
}

function JobActions({ jobId }: { jobId: string }) {
  const words = useBaseMessages().overview.actions;
  const resume = useResume(jobId);
  const mayResume = useMay("jobs:write");
  return (
    <>
      <ButtonLink size="sm" look={mayResume ? "ghost" : "secondary"} href={jobHref(jobId)}>
        {words.job}
      </ButtonLink>
      {mayResume && (
        <Button size="sm" icon={Play} busy={resume.isPending} onClick={() => resume.mutate()}>
          {words.resume}
        </Button>
      )}
    </>
  );
}
