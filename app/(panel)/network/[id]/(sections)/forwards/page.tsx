import type { Metadata } from "next";
import { ForwardsPage } from "@/components/network/forwards-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.tabs.forwards };

/** Ports that lead inside. */
export default function Page() {
  return <ForwardsPage />;
}
