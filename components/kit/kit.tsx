"use client";
import { kit } from "@/lib/i18n/en/kit";
import { PageHead } from "@/components/ui/page-head";
import { ActionParts, FormParts, TypeParts } from "./kit-basics";
import { DataParts } from "./kit-data";
import { OverlayParts, StateParts } from "./kit-overlays";
import { StatusParts, SwatchParts } from "./kit-status";

/** Every part once, to be looked at in both themes and at every width. */
export function Kit() {
  const m = kit;
  return (
    <>
      <PageHead title={m.title} facts={m.intro} />
      <div className="grid grid-cols-12 gap-4">
        <StatusParts />
        <SwatchParts />
        <ActionParts />
        <TypeParts />
        <FormParts />
        <StateParts />
        <OverlayParts />
        <DataParts />
      </div>
    </>
  );
}
