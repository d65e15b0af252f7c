import type { Metadata } from "next";
import { Kit } from "@/components/kit/kit";
import { KitGate } from "@/components/kit/kit-gate";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).kit.title };

/** Every part of the interface once. */
export default function KitPage() {
  return (
    <KitGate open={process.env.NODE_ENV !== "production"}>
      <Kit />
    </KitGate>
  );
}
