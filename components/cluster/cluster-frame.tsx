"use client";
import { Boxes } from "lucide-react";
import { Status } from "@/components/ui/status";
import type { ReactNode } from "react";
import { AdoptedNote } from "@/components/adopt/adopted-note";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useKubeList } from "@/components/kube/use-kube-list";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { ClusterActions } from "./cluster-actions";
import { draftHref, jobHref } from "./cluster-links";
import { ClusterTabs } from "./cluster-tabs";
import { allNodesQuery } from "./nodes/all-nodes-query";
import { useCluster } from "./use-cluster";

/** Head and tabs of a cluster's page. Sections appear once there is an API to ask. */
export function ClusterFrame(props: { id: string; children: ReactNode }) {
  const m = useMessages();
  const { data: cluster, error, refetch } = useCluster(props.id);
  if (error)
    return (
      <ProblemCard
        problem={problemOf(error)}
        actions={
          <>
            <Button onClick={() => void refetch()}>{m.ui.tryNow}</Button>
            <ButtonLink href="/clusters">{m.common.clusters}</ButtonLink>
          </>
        }
      />
    );
  if (cluster === undefined) return <SkeletonLines label={m.ui.loading} />;
  const crumbs = [{ label: m.common.clusters, href: "/clusters" }, { label: cluster.name }];
  return (
    <>
      <Breadcrumb items={crumbs} />
      {cluster.state === "ready" ? (
        <ReadyCluster cluster={cluster}>{props.children}</ReadyCluster>
      ) : (
        <ClusterOnItsWay cluster={cluster} state={cluster.state} />
      )}
    </>
  );
}

function ReadyCluster(props: { cluster: ClusterRow; children: ReactNode }) {
  const { cluster, children } = props;
  const words = useMessages().cluster;
  const nodes = useKubeList(cluster.id, "nodes", allNodesQuery).data;
  const count = (status: string) =>
    nodes?.facets.status?.find(({ value }) => value === status)?.count ?? 0;
  const up = count("ready") + count("cordoned");
  const versions = [...new Set(nodes?.rows.map(({ version }) => version))];
  const isRead = nodes !== undefined && nodes.asOf !== null;
  return (
    <>
      <PageHead
        title={cluster.name}
        facts={isRead ? words.nodes.facts(up, nodes.all, versions) : cluster.version}
        actions={<ClusterActions cluster={cluster} />}
      />
      <AdoptedNote clusterId={cluster.id} />
      <ClusterTabs clusterId={cluster.id} />
      {children}
    </>
  );
}

function ClusterOnItsWay(props: {
  cluster: ClusterRow;
  state: Exclude<ClusterRow["state"], "ready">;
}) {
  const { cluster, state } = props;
  const words = useMessages().cluster;
  const [title, body] = words.notReady[state];
  const { runningJobId } = cluster;
  return (
    <>
      <PageHead title={cluster.name} mark={<Status of="cluster" is={state} pill />} />
      <Card>
        <EmptyState
          icon={Boxes}
          title={title}
          action={
            runningJobId === null ? (
              <ButtonLink look="primary" href={state === "draft" ? draftHref(cluster.id) : "/jobs"}>
                {state === "draft" ? words.list.continueDraft : words.list.watchJob}
              </ButtonLink>
            ) : (
              <ButtonLink look="primary" href={jobHref(runningJobId)}>
                {words.list.watchJob}
              </ButtonLink>
            )
          }
        >
          {body}
        </EmptyState>
      </Card>
    </>
  );
}
