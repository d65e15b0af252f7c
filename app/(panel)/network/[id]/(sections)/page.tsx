import type { Metadata } from "next";
import { MatrixPage } from "@/components/network/matrix-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).network.title };

/** Who may talk to whom, and whether it is so. */
export default function Page() {
  return <MatrixPage />;
}
