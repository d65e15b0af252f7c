import type { Metadata } from "next";
import { BadHostOperation } from "@/components/host/settings/bad-host-operation";
import { HostPlanPage } from "@/components/host/settings/host-plan-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";
import { readHostOperation } from "@/lib/schemas/operation-param";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).plan.crumb };

/** What an operation on hosts would do: `?operation=` holds it as JSON. */
export default async function Page(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ operation?: string | string[] }>;
}) {
  const { id } = await props.params;
  const operation = readHostOperation((await props.searchParams).operation);
  return operation === null ? (
    <BadHostOperation />
  ) : (
    <HostPlanPage hostId={id} operation={operation} />
  );
}
