import { cellFor } from "@/lib/network/cell-for";
import type { SiteView } from "@/lib/network/site-view";
import type { SiteFinding } from "@/lib/schemas/site-finding";

/** Zones that the whole internet may reach at every port. */
export function checkOpenness({ site }: SiteView): readonly SiteFinding[] {
  const internet = site.zones.find(({ kind }) => kind === "internet");
  if (internet === undefined) return [];
  return site.zones
    .filter((zone) => zone !== internet)
    .flatMap((zone) => {
      const cell = cellFor(site, internet.name, zone.name);
      if (cell === null || cell.verdict === "deny" || cell.services.length > 0) return [];
      return [
        {
          id: "cell.wide-open",
          severity: "warning" as const,
          title: `The internet may reach everything in ${zone.name}`,
          reason: "Only the router's own settings then keep strangers out.",
          remedy: "Name the services that are meant, such as http and https.",
          path: ["cells", site.cells.indexOf(cell)],
        },
      ];
    });
}
