import type { Metadata } from "next";
import { HostSettingsPage } from "@/components/host/settings/host-settings-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).hostSettings.crumb };

/** A host's own settings. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <HostSettingsPage hostId={(await params).id} />;
}
