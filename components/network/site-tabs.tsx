"use client";
import { usePathname } from "next/navigation";
import { useMessages } from "@/components/hooks/use-messages";
import { TabLinks } from "@/components/ui/tab-links";
import { BUILT_IN_SERVICES } from "@/lib/schemas/site-service";
import { type Section, sectionHref, SECTIONS } from "./network-links";
import { useSiteEditor } from "./site-editor";

const ALL = Object.keys(SECTIONS) as readonly Section[];

/** The sections of a site, with how much is in each. */
export function SiteTabs() {
  const { site, spec } = useSiteEditor();
  const words = useMessages().network.tabs;
  const open = usePathname().split("/")[3] ?? "";
  const counts: Partial<Record<Section, number>> = {
    forwards: spec.forwards.length,
    services: BUILT_IN_SERVICES.length + spec.services.length,
    exceptions: spec.exceptions.length,
    zones: spec.zones.length,
  };
  return (
    <TabLinks
      label={words.label}
      tabs={ALL.map((section) => ({
        href: sectionHref(site.id, section),
        label: words[section],
        count: counts[section],
        current: SECTIONS[section] === open,
      }))}
    />
  );
}
