import type { Metadata } from "next";
import { ApplyPage } from "@/components/yaml-editor/apply-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).changes.yaml.applyCrumb };

/** Any objects as YAML: pasted, from files, or handed over by a form. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ApplyPage clusterId={(await params).id} />;
}
