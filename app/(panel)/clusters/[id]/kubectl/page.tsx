import type { Metadata } from "next";
import { KubeConsolePage } from "@/components/kube-console/kube-console-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).kubeConsole.tab };

/** kubectl in a cluster, with one's own rights. */
export default async function ClusterConsolePage({ params }: { params: Promise<{ id: string }> }) {
  return <KubeConsolePage clusterId={(await params).id} />;
}
