import { auth } from "./en/auth";
import { common } from "./en/common";
import { overview } from "./en/overview";
import { shell } from "./en/shell";
import { status } from "./en/status";
import { ui } from "./en/ui";
import type { Locale } from "./locale";

const en = { auth, common, overview, shell, status, ui };

/** Texts of the frame, the parts, the sign-in pages and the overview: what every first page loads. */
export type BaseMessages = typeof en;

const BASES = { en } satisfies Record<Locale, BaseMessages>;

/** The base texts of one language. */
export const baseMessagesFor = (locale: Locale): BaseMessages => BASES[locale];
