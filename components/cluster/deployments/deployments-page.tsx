"use client";
import { Rocket } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { KubeTable } from "@/components/kube/kube-table";
import { PAGE_SIZES, useListAddress } from "@/components/kube/use-list-address";
import { useKubeList } from "@/components/kube/use-kube-list";
import { EmptyState } from "@/components/ui/empty-state";
import { useDeploymentCard, useDeploymentColumns } from "./deployment-columns";

/** All deployments of a cluster, trouble first. */
export function DeploymentsPage(props: { clusterId: string }) {
  const words = useMessages().cluster.deployments;
  const address = useListAddress();
  const list = useKubeList(props.clusterId, "deployments", address.query);
  const columns = useDeploymentColumns(address.pageSize > PAGE_SIZES[0]);
  const phoneCard = useDeploymentCard();
  return (
    <KubeTable
      list={list}
      address={address}
      label={words.label}
      noun={words.noun}
      placeholder={words.search}
      filters={["namespace", "status"]}
      columns={columns}
      phoneCard={phoneCard}
      facts={({ all, facets }) =>
        words.facts(all, facets.namespace?.length ?? 0, facets.trouble?.[0]?.count ?? 0)
      }
      empty={
        <EmptyState icon={Rocket} title={words.emptyTitle}>
          {words.emptyBody}
        </EmptyState>
      }
    />
  );
}
