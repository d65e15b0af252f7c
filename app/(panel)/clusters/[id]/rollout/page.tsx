import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RolloutPage } from "@/components/rollout/rollout-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";
import { objectRef } from "@/lib/schemas/kube-change";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).changes.rollout.crumb };

/** `?apiVersion&kind&namespace&name` names the workload. */
export default async function Page(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await props.params;
  const object = objectRef.safeParse(await props.searchParams);
  if (!object.success) notFound();
  return <RolloutPage clusterId={id} object={object.data} />;
}
