import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";
import { PASSWORD_MIN_LENGTH } from "@/lib/schemas/session";

export const metadata: Metadata = { title: messagesFor(DEFAULT_LOCALE).settings.title };

/** Settings. */
export default function Settings() {
  return <SettingsPage leastLength={PASSWORD_MIN_LENGTH} />;
}
