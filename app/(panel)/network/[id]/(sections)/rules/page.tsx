import type { Metadata } from "next";
import { RulesPage } from "@/components/network/rules-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.tabs.rules };

/** Every host's rules, live. */
export default function Page() {
  return <RulesPage />;
}
