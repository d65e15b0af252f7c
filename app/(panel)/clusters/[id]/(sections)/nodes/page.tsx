import type { Metadata } from "next";
import { NodesPage } from "@/components/cluster/nodes/nodes-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).cluster.tabs.nodes };

/** Nodes of a cluster. */
export default async function ClusterNodesPage({ params }: { params: Promise<{ id: string }> }) {
  return <NodesPage clusterId={(await params).id} />;
}
