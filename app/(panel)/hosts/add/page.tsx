import type { Metadata } from "next";
import { AddHostsPage } from "@/components/host/add/add-hosts-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).addHosts.title };

/** Adding hosts. */
export default function Page() {
  return <AddHostsPage />;
}
