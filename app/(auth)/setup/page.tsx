import { FileDiff, RotateCw, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { AuthPage } from "@/components/auth/auth-page";
import { Setup } from "@/components/auth/setup";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";
import { PASSWORD_MIN_LENGTH } from "@/lib/schemas/session";

const m = messagesFor(DEFAULT_LOCALE).auth.setup;

export const metadata: Metadata = { title: m.pageTitle, referrer: "no-referrer" };

/** First run: only the holder of the set-up link creates the first administrator. */
export default function SetupPage() {
  return (
    <AuthPage
      heading={m.pitch}
      promises={[
        { icon: FileDiff, text: m.promises.plan },
        { icon: RotateCw, text: m.promises.resume },
        { icon: ShieldCheck, text: m.promises.lock },
      ]}
      foot={m.stays}
    >
      <Setup leastLength={PASSWORD_MIN_LENGTH} />
    </AuthPage>
  );
}
