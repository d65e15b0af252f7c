"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { PageHead } from "@/components/ui/page-head";
import { ActionParts, FormParts, TypeParts } from "./kit-basics";
import { DataParts } from "./kit-data";
import { OverlayParts, StateParts } from "./kit-overlays";
import { StatusParts, SwatchParts } from "./kit-status";

/** Every part once, to be looked at in both themes and at every width. */
export function Kit() {
  const m = useMessages().kit;
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
