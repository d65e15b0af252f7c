import type { Metadata } from "next";
import { NewClusterPage } from "@/components/cluster/wizard/new-cluster-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).wizard.title };

/** The wizard; `?draft=` takes up a stored draft. */
export default async function Page(props: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { draft } = await props.searchParams;
  return <NewClusterPage draftId={typeof draft === "string" ? draft : null} />;
}
