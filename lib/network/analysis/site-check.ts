import type { SiteView } from "@/lib/network/site-view";
import type { SiteFinding } from "@/lib/schemas/site-finding";

/** One look at the whole policy. `at`: now. */
export type SiteCheck = (view: SiteView, at: Date) => readonly SiteFinding[];
