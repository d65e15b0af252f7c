import type { Metadata } from "next";
import { JobPage } from "@/components/job/job-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).common.job };

/** One job, live. */
export default async function Page(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  return <JobPage key={id} jobId={id} />;
}
