"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb, type Crumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { useCluster } from "./use-cluster";

/** Where a page of a cluster is, outside of its sections: the cluster first, then what the page says. */
export function ClusterCrumbs(props: { clusterId: string; items: readonly Crumb[] }) {
  const { clusterId, items } = props;
  const words = useMessages().common;
  const name = useCluster(clusterId).data?.name ?? words.cluster;
  return (
    <Breadcrumb
      items={[
        { label: words.clusters, href: PLACES.clusters },
        { label: name, href: `${PLACES.clusters}/${clusterId}` },
        ...items,
      ]}
    />
  );
}
