"use client";
import { Server } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMessages } from "@/components/hooks/use-messages";
import { KubeTable } from "@/components/kube/kube-table";
import { useListAddress } from "@/components/kube/use-list-address";
import { useKubeList, type ListedRow } from "@/components/kube/use-kube-list";
import { useBulk } from "@/components/kube-bulk/use-bulk";
import { EmptyState } from "@/components/ui/empty-state";
import { nodeHref } from "../cluster-links";
import { KindTabs } from "../kinds/kind-tabs";
import { useKinds } from "../kinds/use-kinds";
import { useCluster } from "../use-cluster";
import { useMay } from "../use-may";
import { allNodesQuery } from "./all-nodes-query";
import { hostOfNode } from "./host-of-node";
import { useNodeCard, useNodeColumns } from "./node-columns";
import { planHref } from "@/lib/schemas/operation-param";
import { NodeStats } from "./node-stats";
import { NodeTaints } from "./node-taints";

/** All nodes of a cluster, trouble first. */
export function NodesPage(props: { clusterId: string }) {
  const words = useMessages().cluster.nodes;
  const { data: cluster } = useCluster(props.clusterId);
  const address = useListAddress();
  const list = useKubeList(props.clusterId, "nodes", address.query);
  const all = useKubeList(props.clusterId, "nodes", allNodesQuery).data?.rows ?? [];
  const router = useRouter();
  const mayChange = useMay("jobs:write");
  const hostOf = (row: ListedRow<"nodes">) => {
    const host = cluster === undefined ? null : hostOfNode(cluster, row);
    if (host === null) return null;
    const operation = { kind: "remove-host", hostId: host.hostId, gone: false } as const;
    const onRemove = () => router.push(planHref(props.clusterId, operation));
    return { hostId: host.hostId, onRemove: mayChange ? onRemove : null };
  };
  const columns = useNodeColumns(props.clusterId, hostOf);
  const phoneCard = useNodeCard(props.clusterId, hostOf);
  const { clusterId } = props;
  const info = useKinds(clusterId).data?.kinds.find(({ name }) => name === "nodes");
  const bulk = useBulk({ clusterId, info, page: list.data, query: address.query });
  return (
    <>
      <KindTabs clusterId={props.clusterId} kind="nodes" />
      <NodeStats clusterId={props.clusterId} nodes={all} isAway={list.data?.stale ?? false} />
      <KubeTable
        list={list}
        bulk={bulk}
        address={address}
        label={words.label}
        noun={words.noun}
        placeholder={words.search}
        filters={["role", "status"]}
        columns={columns}
        phoneCard={phoneCard}
        onOpen={({ name }) => router.push(nodeHref(props.clusterId, name))}
        empty={
          <EmptyState icon={Server} title={words.emptyTitle}>
            {words.emptyBody}
          </EmptyState>
        }
      />
      <NodeTaints nodes={all} />
    </>
  );
}
