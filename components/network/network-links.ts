import { PLACES } from "@/components/shell/places";
import type { SiteOperation } from "@/lib/schemas/operation";

/** Sections of a site, and their place in the address. */
export const SECTIONS = {
  matrix: "",
  rules: "rules",
  forwards: "forwards",
  ddns: "ddns",
  services: "services",
  exceptions: "exceptions",
  trace: "trace",
  zones: "zones",
} as const;
export type Section = keyof typeof SECTIONS;

export const sectionHref = (siteId: string, section: Section): string =>
  [PLACES.network, siteId, SECTIONS[section]].filter((part) => part !== "").join("/");

/** The matrix with one of its fields open. */
export const cellHref = (siteId: string, from: string, to: string): string =>
  `${sectionHref(siteId, "matrix")}?cell=${encodeURIComponent(`${from}~${to}`)}`;

/** The plan of what is to be done with the site's rules, or its names, on its hosts. */
export const sitePlanHref = (siteId: string, what: SiteOperation["kind"]): string =>
  `${PLACES.network}/${siteId}/plan?what=${what}`;
