import type { Metadata } from "next";
import { DeploymentsPage } from "@/components/cluster/deployments/deployments-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).cluster.tabs.deployments };

/** Deployments of a cluster. */
export default async function ClusterDeploymentsPage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  return <DeploymentsPage clusterId={(await params).id} />;
}
