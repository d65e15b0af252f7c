import type { Metadata } from "next";
import { NewSitePage } from "@/components/network/new-site-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.new.title };

/** A site from a preset. */
export default function Page() {
  return <NewSitePage />;
}
