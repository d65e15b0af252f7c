"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ClusterCrumbs } from "@/components/cluster/cluster-crumbs";
import { clusterHref } from "@/components/cluster/cluster-links";
import { useCluster } from "@/components/cluster/use-cluster";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import type { PastedKubeconfigInput } from "@/lib/schemas/adopt";
import { ChecksCard } from "./checks-card";
import { KubeconfigCard } from "./kubeconfig-card";
import { usePasted } from "./use-pasted";

/** Gives an adopted cluster another kubeconfig. */
export function ReplacePage({ clusterId }: { clusterId: string }) {
  const m = useMessages();
  const words = m.adopt;
  const router = useRouter();
  const client = useQueryClient();
  const name = useCluster(clusterId).data?.name ?? m.common.cluster;
  const { intake, checks } = usePasted(clusterId);
  const { isReady, input, chosen } = intake;
  const replacing = useMutation({
    mutationFn: (wanted: PastedKubeconfigInput) =>
      api.put(`/clusters/${clusterId}/adopted`, wanted),
    onSuccess: async () => {
      await client.invalidateQueries();
      router.push(clusterHref(clusterId, "overview"));
    },
  });
  return (
    <>
      <ClusterCrumbs clusterId={clusterId} items={[{ label: words.replaceTitle }]} />
      <PageHead title={words.replaceTitle} facts={words.replaceFacts(name)} />
      <div className="grid max-w-[820px] gap-4">
        <KubeconfigCard intake={intake} />
        {chosen !== undefined && chosen.obstacles.length === 0 && (
          <ChecksCard
            checks={checks}
            disabled={!isReady}
            onCheck={() => checks.run.mutate(input)}
          />
        )}
        {replacing.error && <ProblemCard problem={problemOf(replacing.error)} />}
        {checks.run.data?.isUsable === true && (
          <Button
            look="primary"
            busy={replacing.isPending || replacing.isSuccess}
            className="justify-self-start max-sm:justify-self-stretch"
            onClick={() => replacing.mutate(input)}
          >
            {words.replaceSubmit}
          </Button>
        )}
      </div>
    </>
  );
}
