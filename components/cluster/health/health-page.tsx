"use client";
import { RefreshCw } from "lucide-react";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import { ApiCard } from "./api-card";
import { CertificatesCard } from "./certificates-card";
import { DatastoreCard } from "./datastore-card";
import { useHealth } from "./use-health";
import { VersionsCard } from "./versions-card";

/** What the panel measured of the control plane, and when. */
export function HealthPage(props: { clusterId: string }) {
  const m = useMessages();
  const words = m.cluster.health;
  const format = useFormat();
  const { data: health, error, refetch, isFetching } = useHealth(props.clusterId);
  const again = (
    <Button size="sm" icon={RefreshCw} busy={isFetching} onClick={() => void refetch()}>
      {words.again}
    </Button>
  );
  return (
    <div className="grid gap-4">
      {error && <ProblemCard problem={problemOf(error)} actions={again} />}
      {health === undefined && !error && <SkeletonLines label={m.ui.loading} />}
      {health && (
        <>
          <div className="flex flex-wrap items-center gap-3 text-xs text-muted">
            <span>{words.measured(format.clock(Date.parse(health.measuredAt)))}</span>
            <span className="ml-auto">{again}</span>
          </div>
          <ApiCard health={health} />
          <div className="grid gap-4 md:grid-cols-2">
            <DatastoreCard health={health} />
            <VersionsCard health={health} />
          </div>
          <CertificatesCard health={health} />
        </>
      )}
    </div>
  );
}
