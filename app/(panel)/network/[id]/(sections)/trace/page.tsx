import type { Metadata } from "next";
import { TracePage } from "@/components/network/trace-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.tabs.trace };

/** The way of one packet. */
export default function Page() {
  return <TracePage />;
}
