"use client";
import { createContext, useContext } from "react";
import type { SiteFinding } from "@/lib/schemas/site-finding";
import type { SiteSpec } from "@/lib/schemas/site";
import type { SiteCheckAnswer, SiteRow } from "@/lib/schemas/site-view-row";
import type { PolicyChange } from "./policy-changes";

/** What every section of a site's pages works on. */
export interface SiteEditor {
  readonly site: SiteRow;
  readonly saved: SiteSpec;
  /** What is on the hosts; null: nothing of ours. */
  readonly applied: SiteSpec | null;
  /** What is shown: the edits of this browser, else what is saved. */
  readonly spec: SiteSpec;
  /** Edits that are not saved. */
  readonly changes: readonly PolicyChange[];
  /** About what is shown, worst first. */
  readonly findings: readonly SiteFinding[];
  /** Rules that the edits would make; null while there are none or they are being looked at. */
  readonly check: SiteCheckAnswer | null;
  readonly mayEdit: boolean;
  readonly edit: (next: SiteSpec) => void;
}

export const SiteEditorContext = createContext<SiteEditor | null>(null);

/** The site whose page this is. */
export function useSiteEditor(): SiteEditor {
  const editor = useContext(SiteEditorContext);
  if (editor === null) throw new Error("a section of a site outside its frame");
  return editor;
}
