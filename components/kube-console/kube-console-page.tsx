"use client";
import { useSearchParams } from "next/navigation";
import { ClusterCrumbs } from "@/components/cluster/cluster-crumbs";
import { useCluster } from "@/components/cluster/use-cluster";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { ShellScreen } from "@/components/kube-shell/shell-screen";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import { TYPED } from "@/lib/schemas/typed-line";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { NoConsole } from "./no-console";

/** kubectl in the browser, or why it is not there for this cluster. */
export function KubeConsolePage(props: { clusterId: string }) {
  const { clusterId } = props;
  const m = useMessages();
  const { data: cluster, error } = useCluster(clusterId);
  return (
    <>
      <ClusterCrumbs clusterId={clusterId} items={[{ label: m.kubeConsole.tab }]} />
      {error && <ProblemCard problem={problemOf(error)} />}
      {!error && cluster === undefined && <SkeletonLines label={m.ui.loading} />}
      {cluster && <Console cluster={cluster} />}
    </>
  );
}

function Console({ cluster }: { cluster: ClusterRow }) {
  const words = useMessages().kubeConsole;
  const asked = useSearchParams().get("typed") ?? "";
  // Somebody else may have written the address: one plain line, and Enter is the person's own.
  const typed = TYPED.test(asked) ? asked : "";
  if (!cluster.members.some(({ role }) => role === "server"))
    return <NoConsole cluster={cluster} />;
  return (
    <>
      <PageHead title={words.title(cluster.name)} facts={words.facts} />
      <ShellScreen
        name={words.screen(cluster.name)}
        opening={{ event: "console.open", input: { clusterId: cluster.id, typed } }}
      />
    </>
  );
}
