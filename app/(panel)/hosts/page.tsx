import type { Metadata } from "next";
import { HostsPage } from "@/components/host/hosts-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).hosts.title };

/** The inventory. */
export default function Page() {
  return <HostsPage />;
}
