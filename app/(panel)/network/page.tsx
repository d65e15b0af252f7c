import type { Metadata } from "next";
import { NetworkPage } from "@/components/network/network-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.title };

/** All sites, or the only one. */
export default function Page() {
  return <NetworkPage />;
}
