import type { Metadata } from "next";
import { AdoptPage } from "@/components/adopt/adopt-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).adopt.title };

/** Adopts a cluster by its kubeconfig. */
export default function AdoptClusterPage() {
  return <AdoptPage />;
}
