import type { Metadata } from "next";
import { SitePlanPage } from "@/components/network/site-plan-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).plan.crumb };

const OTHERS = ["clear-site", "apply-ddns", "clear-ddns"] as const;

/** What would be done on the hosts: `?what=` names the operation, anything else applies the rules. */
export default async function Page(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ what?: string | string[] }>;
}) {
  const { id } = await props.params;
  const { what } = await props.searchParams;
  return <SitePlanPage siteId={id} what={OTHERS.find((kind) => kind === what) ?? "apply-site"} />;
}
