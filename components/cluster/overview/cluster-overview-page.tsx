"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useRooms } from "@/components/hooks/use-rooms";
import { ApiAway } from "@/components/kube/api-away";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { ClusterOverview, KindCount } from "@/lib/schemas/kube-overview";
import { kindHref } from "../cluster-links";
import { EventLines } from "../object/event-list";
import { CapacityCard } from "./capacity-card";
import { TroubleCard } from "./trouble-card";

/** What news do not tell of: use, and what a lost event would hide. */
const ASK_EVERY_MS = 15_000;
/** Until the cluster has answered for the first time. */
const ASK_SOON_MS = 1_000;
const MOST_WARNINGS = 8;

function useClusterOverview(clusterId: string) {
  const client = useQueryClient();
  const key = ["kube", clusterId, "overview"];
  const overview = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<ClusterOverview>(`/clusters/${clusterId}/overview`, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.asOf === null ? ASK_SOON_MS : ASK_EVERY_MS),
  });
  const rooms = overview.data?.follows.map((kind) => `kube:${clusterId}:${kind}`) ?? [];
  useRooms(rooms, () => void client.invalidateQueries({ queryKey: key }));
  return overview;
}

/** What is wrong in a cluster first, then what there is and what is left. */
export function ClusterOverviewPage(props: { clusterId: string }) {
  const { clusterId } = props;
  const m = useMessages();
  const overview = useClusterOverview(clusterId);
  const retry = () => void overview.refetch();
  if (overview.error)
    return (
      <ProblemCard
        problem={problemOf(overview.error)}
        actions={<Button onClick={retry}>{m.ui.tryNow}</Button>}
      />
    );
  const { data } = overview;
  if (data === undefined) return <SkeletonLines label={m.ui.loading} />;
  if (data.asOf === null)
    return data.problem === null ? (
      <SkeletonLines label={m.ui.loading} />
    ) : (
      <ProblemCard
        problem={data.problem}
        actions={<Button onClick={retry}>{m.ui.tryNow}</Button>}
      />
    );
  return (
    <>
      <ApiAway page={data} onRetry={retry} />
      <TroubleCard clusterId={clusterId} troubles={data.troubles} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <CapacityCard overview={data} />
        <CountsCard clusterId={clusterId} counts={data.counts} />
        <WarningsCard clusterId={clusterId} overview={data} />
        <VersionsCard overview={data} />
      </div>
    </>
  );
}

function CountsCard(props: { clusterId: string; counts: readonly KindCount[] }) {
  const words = useMessages().cluster.overview;
  return (
    <Card>
      <CardHead title={words.counts} />
      <CardBody>
        <ul className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm">
          {props.counts.map(({ list, label, total, troubled }) => (
            <li key={list}>
              <Link
                href={kindHref(props.clusterId, list, troubled > 0 ? { trouble: "yes" } : {})}
                className="flex items-baseline gap-2 rounded-sm py-0.5 hover:underline"
              >
                <span className="num w-10 text-right font-name">{total}</span>
                <span className="min-w-0 truncate text-muted">{label}</span>
                {troubled > 0 && (
                  <span className="num ml-auto text-xs whitespace-nowrap text-danger">
                    {words.troubled(troubled)}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function WarningsCard(props: { clusterId: string; overview: ClusterOverview }) {
  const { clusterId, overview } = props;
  const words = useMessages().cluster.overview;
  const shown = overview.warnings.slice(0, MOST_WARNINGS);
  return (
    <Card>
      <CardHead
        title={words.warnings}
        end={
          <Link className="link" href={kindHref(clusterId, "events", { type: "Warning" })}>
            {words.allObjects}
          </Link>
        }
      />
      {shown.length === 0 ? (
        <CardBody className="text-sm text-muted">{words.noWarnings}</CardBody>
      ) : (
        <EventLines events={shown} />
      )}
    </Card>
  );
}

function VersionsCard({ overview }: { overview: ClusterOverview }) {
  const words = useMessages().cluster.overview;
  return (
    <Card>
      <CardHead title={words.versions} />
      <CardBody className="grid gap-1.5 text-sm">
        {overview.versions.map(({ version, nodes }) => (
          <p key={version} className="flex flex-wrap gap-x-3">
            <span className="num font-name">{version}</span>
            <span className="min-w-0 text-muted">{words.nodesOf(nodes)}</span>
          </p>
        ))}
      </CardBody>
    </Card>
  );
}
