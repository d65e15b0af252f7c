import type { Metadata } from "next";
import { KubeShellPage } from "@/components/kube-shell/kube-shell-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).terminal.tab };

/** A shell in a container. */
export default async function ClusterShellPage({ params }: { params: Promise<{ id: string }> }) {
  return <KubeShellPage clusterId={(await params).id} />;
}
