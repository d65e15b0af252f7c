import type { Metadata } from "next";
import { GalleryPage } from "@/components/deploy/gallery-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).deploy.crumb };

/** Templates to choose from. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <GalleryPage clusterId={(await params).id} />;
}
