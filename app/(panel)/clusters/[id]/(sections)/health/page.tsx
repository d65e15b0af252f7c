import type { Metadata } from "next";
import { HealthPage } from "@/components/cluster/health/health-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).cluster.tabs.health };

/** Health of a cluster. */
export default async function ClusterHealthPage({ params }: { params: Promise<{ id: string }> }) {
  return <HealthPage clusterId={(await params).id} />;
}
