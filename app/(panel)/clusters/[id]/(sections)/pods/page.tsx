import type { Metadata } from "next";
import { PodsPage } from "@/components/cluster/pods/pods-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).cluster.tabs.pods };

/** Pods of a cluster. */
export default async function ClusterPodsPage({ params }: { params: Promise<{ id: string }> }) {
  return <PodsPage clusterId={(await params).id} />;
}
