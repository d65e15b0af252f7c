import { subnetsOf } from "@/lib/network/place";
import type { SiteView } from "@/lib/network/site-view";
import type { Zone } from "@/lib/schemas/site";
import { type Family, FAMILIES, ofFamily } from "./family";
import type { NamedSet } from "./rule";

/** Every network that is not the internet. */
const insideOf = (view: SiteView) => view.site.zones.flatMap((zone) => subnetsOf(view, zone));

const setName = (zone: Zone, { version }: Family) => `zone_${zone.name}${version}`;

/** A set per zone and family, and "inside", which holds them all: what is not in it is the internet. */
export const zoneSets = (view: SiteView): readonly NamedSet[] =>
  FAMILIES.flatMap((family) => [
    networks(`inside${family.version}`, family, insideOf(view)),
    ...view.site.zones
      .map((zone) => networks(setName(zone, family), family, subnetsOf(view, zone)))
      .filter(({ elements }) => elements.length > 0),
  ]);

const networks = (name: string, family: Family, all: readonly string[]): NamedSet => ({
  name,
  type: family.addressType,
  flags: ["interval"],
  elements: [...ofFamily(family, all)].sort(),
});

/** "ip saddr @zone_home4"; null when nothing of that family can be in the zone. */
export function zoneMatch(
  view: SiteView,
  zone: Zone,
  { family, side }: { readonly family: Family; readonly side: "saddr" | "daddr" },
): string | null {
  if (zone.kind === "internet") return `${family.ip} ${side} != @inside${family.version}`;
  return ofFamily(family, subnetsOf(view, zone)).length === 0
    ? null
    : `${family.ip} ${side} @${setName(zone, family)}`;
}
