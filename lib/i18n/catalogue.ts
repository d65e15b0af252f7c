import { auth } from "./en/auth";
import { cluster } from "./en/cluster";
import { common } from "./en/common";
import { jobs } from "./en/jobs";
import { kit } from "./en/kit";
import { overview } from "./en/overview";
import { plan } from "./en/plan";
import { shell } from "./en/shell";
import { status } from "./en/status";
import { ui } from "./en/ui";

/** All English texts, by area. A new area is one file in `en/` and one line here. */
const en = { auth, cluster, common, jobs, kit, overview, plan, shell, status, ui };

/** The shape every language has: `const es = {…} satisfies Messages`. */
export type Messages = typeof en;

const CATALOGUES = { en } satisfies Record<string, Messages>;

export type Locale = keyof typeof CATALOGUES;
export const DEFAULT_LOCALE: Locale = "en";

/** The texts of one language. */
export const messagesFor = (locale: Locale): Messages => CATALOGUES[locale];
