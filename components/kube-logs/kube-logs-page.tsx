"use client";
import { ScrollText } from "lucide-react";
import { useCluster } from "@/components/cluster/use-cluster";
import { useMayIn } from "@/components/cluster/use-may-in";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { shellHref } from "@/components/kube-shell/shell-links";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { LogSourceRow } from "@/lib/schemas/kube-log";
import { KubeLogView } from "./kube-log-view";
import { useLogSources } from "./use-kube-logs";
import { useLogAddress, type LogAddress } from "./use-log-address";

/** Logs of one pod, or of all pods with some labels, with their address as the only state. */
export function KubeLogsPage(props: { clusterId: string }) {
  const { clusterId } = props;
  const m = useMessages();
  const address = useLogAddress();
  const { data: cluster } = useCluster(clusterId);
  const found = useLogSources(clusterId, address);
  const podsHref = `/clusters/${clusterId}/pods`;
  const what = address.pod || address.selector;
  const crumbs = [
    { label: m.common.clusters, href: "/clusters" },
    { label: cluster?.name ?? "…", href: podsHref },
    { label: m.kubeLogs.tab },
  ];
  if (address.namespace === "")
    return (
      <Nothing
        title={m.kubeLogs.noneTitle}
        body={m.kubeLogs.noneBody}
        href={podsHref}
        crumbs={crumbs}
      />
    );
  return (
    <>
      <Breadcrumb items={crumbs} />
      <Head clusterId={clusterId} what={what} address={address} sources={found.data?.sources} />
      {found.error && (
        <ProblemCard
          problem={problemOf(found.error)}
          actions={<Button onClick={() => void found.refetch()}>{m.ui.tryNow}</Button>}
        />
      )}
      {found.isPending && <SkeletonLines label={m.ui.loading} />}
      {found.data?.sources.length === 0 && (
        <Nothing
          title={m.kubeLogs.noPodTitle}
          body={m.kubeLogs.noPodBody(address.namespace)}
          href={podsHref}
          crumbs={crumbs}
        />
      )}
      {found.data !== undefined && found.data.sources.length > 0 && (
        <KubeLogView
          clusterId={clusterId}
          sources={found.data.sources}
          more={found.data.more}
          address={address}
        />
      )}
    </>
  );
}

function Head(props: {
  clusterId: string;
  what: string;
  address: LogAddress;
  sources: readonly LogSourceRow[] | undefined;
}) {
  const { clusterId, what, address, sources = [] } = props;
  const words = useMessages().kubeLogs;
  const mayOpenShell = useMayIn(clusterId, "shell:container");
  const { namespace, pod, container } = address;
  const chosen = container || sources.find(({ kind }) => kind === "main")?.container;
  const pods = new Set(sources.map((source) => source.pod)).size;
  return (
    <PageHead
      title={words.title(what)}
      {...(sources.length > 0 ? { facts: words.facts(sources.length, pods, namespace) } : {})}
      actions={
        mayOpenShell && pod !== "" && chosen !== undefined ? (
          <ButtonLink href={shellHref({ clusterId, namespace, pod, container: chosen })}>
            {words.shell}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

function Nothing(props: {
  title: string;
  body: string;
  href: string;
  crumbs: Parameters<typeof Breadcrumb>[0]["items"];
}) {
  const words = useMessages().kubeLogs;
  return (
    <Card>
      <Breadcrumb items={props.crumbs} />
      <EmptyState
        icon={ScrollText}
        title={props.title}
        action={
          <ButtonLink look="primary" href={props.href}>
            {words.toPods}
          </ButtonLink>
        }
      >
        {props.body}
      </EmptyState>
    </Card>
  );
}
