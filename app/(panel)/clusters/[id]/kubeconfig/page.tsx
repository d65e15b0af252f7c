import type { Metadata } from "next";
import { ReplacePage } from "@/components/adopt/replace-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).adopt.replaceTitle };

/** Another kubeconfig for an adopted cluster. */
export default async function ReplaceKubeconfigPage(props: { params: Promise<{ id: string }> }) {
  return <ReplacePage clusterId={(await props.params).id} />;
}
