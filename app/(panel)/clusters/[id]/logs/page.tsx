import type { Metadata } from "next";
import { KubeLogsPage } from "@/components/kube-logs/kube-logs-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).kubeLogs.tab };

/** Logs of a pod, or of pods with some labels. */
export default async function ClusterLogsPage({ params }: { params: Promise<{ id: string }> }) {
  return <KubeLogsPage clusterId={(await params).id} />;
}
