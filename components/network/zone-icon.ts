import { Asterisk, Boxes, Globe, House, type LucideIcon, Shield } from "lucide-react";
import type { Zone } from "@/lib/schemas/site";

/** The drawing of a zone; of "any" when there is no such zone. */
export function zoneIcon(zone: Zone | undefined): LucideIcon {
  if (zone === undefined) return Asterisk;
  if (zone.kind === "internet") return Globe;
  if (zone.kind === "pods") return Boxes;
  return zone.name === "home" ? House : Shield;
}
