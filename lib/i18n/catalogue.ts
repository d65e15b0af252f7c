import { auth } from "./en/auth";
import { common } from "./en/common";
import { kit } from "./en/kit";
import { overview } from "./en/overview";
import { shell } from "./en/shell";
import { status } from "./en/status";
import { ui } from "./en/ui";

/** All English texts, by area. A new area is one file in `en/` and one line here. */
const en = { auth, common, kit, overview, shell, status, ui };

/** The shape every language has: `const es = {…} satisfies Messages`. */
export type Messages = typeof en;

const CATALOGUES = { en } satisfies Record<string, Messages>;

export type Locale = keyof typeof CATALOGUES;
export const DEFAULT_LOCALE: Locale = "en";

/** The texts of one language. */
export const messagesFor = (locale: Locale): Messages => CATALOGUES[locale];
