import type { Metadata } from "next";
import { JobsPage } from "@/components/job/jobs-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).jobs.title };

/** Everything that changed a host or a cluster. */
export default function Page() {
  return <JobsPage />;
}
