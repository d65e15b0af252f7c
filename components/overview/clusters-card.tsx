"use client";
import { Boxes, CircleX, LoaderCircle, Unplug, ZapOff } from "lucide-react";
import { clusterPlace, draftHref, jobHref } from "@/components/cluster/cluster-links";
import { useMay } from "@/components/cluster/use-may";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedProgress } from "@/components/ui/segmented-progress";
import { Status, ToneLabel } from "@/components/ui/status";
import type { ClusterGlance, NodesGlance } from "@/lib/schemas/overview";
import { GlanceCard, GlanceRow, GlanceTitle } from "./glance-card";

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
  const { name, version, origin, apiAddress, servers, agents, nodes } = cluster;
  return (
    <GlanceRow
      href={clusterPlace(cluster)}
      className="grid-cols-[minmax(0,1fr)_130px_180px] max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-y-1.5"
      title={
        <GlanceTitle name={name}>
          {version} · {origin === "adopted" ? words.adopted : words.members(servers, agents)}
          <span className="max-sm:hidden"> · {apiAddress}</span>
        </GlanceTitle>
      }
    >
      <ClusterState cluster={cluster} />
      {nodes === null ? <NextStep cluster={cluster} /> : <Nodes nodes={nodes} cluster={cluster} />}
    </GlanceRow>
  );
}

function Nodes(props: { nodes: NodesGlance; cluster: ClusterGlance }) {
  const words = useBaseMessages().overview.clusters;
  const { ready, total, cordoned } = props.nodes;
  const rest = total - ready;
  const stale = props.cluster.problem !== null;
  return (
    <span className="block min-w-0 max-sm:col-span-2">
      <span className="num block truncate text-xs text-muted">
        {words.nodesReady(ready, total)}
        {cordoned > 0 && `, ${words.cordoned(cordoned)}`}
      </span>
      <SegmentedProgress
        className="mt-1"
        parts={[
          { tone: stale ? "unknown" : "ok", count: ready, label: words.ready(ready) },
          { tone: stale ? "rest" : "danger", count: rest, label: words.notReady(rest) },
        ]}
      />
    </span>
  );
}

/** Built and answering says how its nodes are; anything else says that first. */
function ClusterState({ cluster }: { cluster: ClusterGlance }) {
  const words = useBaseMessages().overview.clusters;
  const { state, nodes, problem, runningJobId } = cluster;
  if ((state === "creating" || state === "deleting") && runningJobId === null)
    return (
      <ToneLabel tone="warn" icon={ZapOff}>
        {words.unfinished}
      </ToneLabel>
    );
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

/** Where a cluster goes on that has no nodes yet. A phone has no room for it; the line leads there too. */
function NextStep({ cluster: { id, state, runningJobId } }: { cluster: ClusterGlance }) {
  const words = useBaseMessages().overview.clusters;
  const next =
    runningJobId === null
      ? { href: draftHref(id), label: words.continueDraft }
      : { href: jobHref(runningJobId), label: words.watch };
  if (runningJobId === null && state !== "draft") return null;
  return (
    <ButtonLink size="sm" href={next.href} className="relative justify-self-end max-sm:hidden">
      {next.label}
    </ButtonLink>
  );
}
