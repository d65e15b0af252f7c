import type { Metadata } from "next";
import { BadOperation } from "@/components/plan/bad-operation";
import { PlanPage } from "@/components/plan/plan-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";
import { readOperation } from "@/lib/schemas/operation-param";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).plan.crumb };

/** What an operation would do: `?operation=` holds it as JSON; without it, the cluster is created. */
export default async function Page(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ operation?: string | string[] }>;
}) {
  const { id } = await props.params;
  const operation = readOperation((await props.searchParams).operation);
  if (operation === null) return <BadOperation clusterId={id} />;
  return <PlanPage clusterId={id} operation={operation} />;
}
