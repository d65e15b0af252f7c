import type { Bus } from "@/server/bus";

/** Tells browsers that look at the site, or at the list of sites, to read again. */
export function tellSite(bus: Bus, siteId: string): void {
  bus.emit("site.changed", { siteId });
  bus.emit("sites.changed", {});
}
