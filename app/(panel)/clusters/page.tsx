import type { Metadata } from "next";
import { ClusterListPage } from "@/components/cluster/list/cluster-list-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).common.clusters };

/** All clusters. */
export default function ClustersPage() {
  return <ClusterListPage />;
}
