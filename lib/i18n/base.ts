import { auth } from "./en/auth";
import { common } from "./en/common";
import { shell } from "./en/shell";
import { status } from "./en/status";
import { ui } from "./en/ui";
import type { Locale } from "./locale";

const en = { auth, common, shell, status, ui };

/** Texts of the frame, the parts and the sign-in pages: what every first page loads. */
export type BaseMessages = typeof en;

const BASES = { en } satisfies Record<Locale, BaseMessages>;

/** The base texts of one language. */
export const baseMessagesFor = (locale: Locale): BaseMessages => BASES[locale];
