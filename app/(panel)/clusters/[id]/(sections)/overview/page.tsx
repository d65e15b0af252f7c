import type { Metadata } from "next";
import { ClusterOverviewPage } from "@/components/cluster/overview/cluster-overview-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).cluster.tabs.overview };

/** What is wrong in a cluster, and what is left. */
export default async function OverviewPage({ params }: { params: Promise<{ id: string }> }) {
  return <ClusterOverviewPage clusterId={(await params).id} />;
}
