import type { Metadata } from "next";
import { ZonesPage } from "@/components/network/zones-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.tabs.zones };

/** Zones, firewalls, masquerading. */
export default function Page() {
  return <ZonesPage />;
}
