"use client";
import { Box } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { KubeTable } from "@/components/kube/kube-table";
import { PAGE_SIZES, useListAddress } from "@/components/kube/use-list-address";
import { useKubeList } from "@/components/kube/use-kube-list";
import { EmptyState } from "@/components/ui/empty-state";
import { usePodCard, usePodColumns } from "./pod-columns";

/** All pods of a cluster, trouble first. */
export function PodsPage(props: { clusterId: string }) {
  const words = useMessages().cluster.pods;
  const address = useListAddress();
  const list = useKubeList(props.clusterId, "pods", address.query);
  const columns = usePodColumns(address.pageSize > PAGE_SIZES[0]);
  const phoneCard = usePodCard();
  return (
    <KubeTable
      list={list}
      address={address}
      label={words.label}
      noun={words.noun}
      placeholder={words.search}
      filters={["namespace", "node", "status"]}
      columns={columns}
      phoneCard={phoneCard}
      facts={({ all, facets }) =>
        words.facts(all, facets.namespace?.length ?? 0, facets.trouble?.[0]?.count ?? 0)
      }
      empty={
        <EmptyState icon={Box} title={words.emptyTitle}>
          {words.emptyBody}
        </EmptyState>
      }
    />
  );
}
