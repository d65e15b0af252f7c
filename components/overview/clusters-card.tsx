"use client";
import { Boxes, CircleX, LoaderCircle, Unplug } from "lucide-react";
import { clusterPlace, draftHref, jobHref } from "@/components/cluster/cluster-links";
import { useMay } from "@/components/cluster/use-may";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedProgress } from "@/components/ui/segmented-progress";
import { Status, ToneLabel } from "@/components/ui/status";
import type { ClusterGlance } from "@/lib/schemas/overview";
import { GlanceCard, GlanceRow } from "./glance-card";

/** As many as fit beside the rest; trouble of the others is told above. */
const MOST_SHOWN = 6;

/** Every cluster: what runs, how many nodes are Ready, whether its API answers. */
export function ClustersCard({ clusters }: { clusters: readonly ClusterGlance[] }) {
  const words = useBaseMessages().overview.clusters;
  return (
    <GlanceCard title={words.title} all={{ href: PLACES.clusters, label: words.all }}>
      {clusters.length === 0 ? (
        <NoCluster />
      ) : (
        <ul>
          {clusters.slice(0, MOST_SHOWN).map((cluster) => (
            <ClusterLine key={cluster.id} cluster={cluster} />
          ))}
        </ul>
      )}
    </GlanceCard>
  );
}

function NoCluster() {
  const m = useBaseMessages();
  const mayCreate = useMay("clusters:write");
  return (
    <EmptyState
      icon={Boxes}
      title={m.overview.clusters.none}
      className="border-t border-line py-8!"
      action={
        mayCreate && (
          <ButtonLink look="primary" href={PLACES.newCluster}>
            {m.common.newCluster}
          </ButtonLink>
        )
      }
    >
      {m.overview.clusters.noneBody}
    </EmptyState>
  );
}

function ClusterLine({ cluster }: { cluster: ClusterGlance }) {
  const words = useBaseMessages().overview.clusters;
  const { name, version, apiAddress, servers, agents } = cluster;
  return (
    <GlanceRow href={clusterPlace(cluster)} end={<NextStep cluster={cluster} />}>
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,200px)_130px] items-center gap-x-4 gap-y-1.5 max-sm:grid-cols-[minmax(0,1fr)_auto]">
        <span className="min-w-0">
          <span className="block truncate text-sm font-name">{name}</span>
          <span className="num block truncate text-xs text-muted">
            {version} · {words.members(servers, agents)}
            <span className="max-lg:hidden"> · {apiAddress}</span>
          </span>
        </span>
        <Nodes cluster={cluster} />
        <span className="justify-self-end max-sm:row-start-1 max-sm:col-start-2">
          <ClusterState cluster={cluster} />
        </span>
      </span>
    </GlanceRow>
  );
}

function Nodes({ cluster: { nodes, problem } }: { cluster: ClusterGlance }) {
  const words = useBaseMessages().overview.clusters;
  if (nodes === null) return <span className="max-sm:hidden" />;
  const rest = nodes.total - nodes.ready;
  const stale = problem !== null;
  return (
    <span className="block min-w-0 max-sm:col-span-2">
      <span className="num block truncate text-xs text-muted">
        {words.nodesReady(nodes.ready, nodes.total)}
        {nodes.cordoned > 0 && `, ${words.cordoned(nodes.cordoned)}`}
      </span>
      <SegmentedProgress
        className="mt-1"
        parts={[
          { tone: stale ? "unknown" : "ok", count: nodes.ready, label: words.ready(nodes.ready) },
          { tone: stale ? "rest" : "danger", count: rest, label: words.notReady(rest) },
        ]}
      />
    </span>
  );
}

/** Built and answering says how its nodes are; anything else says that first. */
function ClusterState({ cluster }: { cluster: ClusterGlance }) {
  const words = useBaseMessages().overview.clusters;
  const { state, nodes, problem } = cluster;
  if (state !== "ready") return <Status of="cluster" is={state} />;
  if (problem !== null)
    return (
      <ToneLabel tone="danger" icon={Unplug}>
        {words.away}
      </ToneLabel>
    );
  if (nodes === null)
    return (
      <ToneLabel tone="live" icon={LoaderCircle} turns>
        {words.reading}
      </ToneLabel>
    );
  if (nodes.ready === nodes.total) return <Status of="cluster" is="ready" />;
  return (
    <ToneLabel tone="danger" icon={CircleX}>
      {words.notReady(nodes.total - nodes.ready)}
    </ToneLabel>
  );
}

function NextStep({ cluster: { id, state, runningJobId } }: { cluster: ClusterGlance }) {
  const words = useBaseMessages().overview.clusters;
  if (runningJobId !== null)
    return (
      <ButtonLink size="sm" href={jobHref(runningJobId)}>
        {words.watch}
      </ButtonLink>
    );
  if (state !== "draft") return null;
  return (
    <ButtonLink size="sm" href={draftHref(id)}>
      {words.continueDraft}
    </ButtonLink>
  );
}
