import type { Metadata } from "next";
import { OverviewPage } from "@/components/overview/overview-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).overview.title };

/** The first page. */
export default function Page() {
  return <OverviewPage />;
}
