import type { Metadata } from "next";
import { FirstRun } from "@/components/shell/first-run";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).overview.title };

/** The first page. */
export default function OverviewPage() {
  return <FirstRun />;
}
