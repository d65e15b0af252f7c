import type { Metadata } from "next";
import { Kit } from "@/components/kit/kit";
import { KitGate } from "@/components/kit/kit-gate";
import { kit } from "@/lib/i18n/en/kit";

export const metadata: Metadata = { title: kit.title };

/** Every part of the interface once. */
export default function KitPage() {
  return (
    <KitGate>
      <Kit />
    </KitGate>
  );
}
