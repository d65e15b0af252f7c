import type { Metadata } from "next";
import { DdnsPage } from "@/components/network/ddns-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.tabs.ddns };

/** Names that follow the site's public address. */
export default function Page() {
  return <DdnsPage />;
}
