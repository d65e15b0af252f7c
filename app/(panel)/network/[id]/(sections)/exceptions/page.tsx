import type { Metadata } from "next";
import { ExceptionsPage } from "@/components/network/exceptions-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.tabs.exceptions };

/** What ends by itself. */
export default function Page() {
  return <ExceptionsPage />;
}
