import type { Metadata } from "next";
import { ServicesPage } from "@/components/network/services-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.tabs.services };

/** Names for ports. */
export default function Page() {
  return <ServicesPage />;
}
