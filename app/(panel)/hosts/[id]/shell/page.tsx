import type { Metadata } from "next";
import { HostShellPage } from "@/components/kube-shell/host-shell-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).terminal.tab };

/** A shell on a host. */
export default async function HostShellRoute({ params }: { params: Promise<{ id: string }> }) {
  return <HostShellPage hostId={(await params).id} />;
}
