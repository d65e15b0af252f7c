import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditPage } from "@/components/yaml-editor/edit-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";
import { objectRef } from "@/lib/schemas/kube-change";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).changes.yaml.editCrumb };

/** `?apiVersion&kind&namespace&name` names the object that is edited as YAML. */
export default async function Page(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await props.params;
  const object = objectRef.safeParse(await props.searchParams);
  if (!object.success) notFound();
  return <EditPage clusterId={id} object={object.data} />;
}
