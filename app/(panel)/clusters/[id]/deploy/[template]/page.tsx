import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeployPage } from "@/components/deploy/deploy-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";
import { isTemplateId } from "@/lib/templates/templates";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).deploy.crumb };

/** The form of one template with its YAML beside it. */
export default async function Page(props: { params: Promise<{ id: string; template: string }> }) {
  const { id, template } = await props.params;
  if (!isTemplateId(template)) notFound();
  return <DeployPage clusterId={id} template={template} />;
}
