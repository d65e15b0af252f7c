"use client";
import { CircleDashed, Diff, LoaderCircle, ShieldCheck } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { ToneLabel } from "@/components/ui/status";
import type { SiteRow } from "@/lib/schemas/site-view-row";

/** Whether what is saved is on the hosts. */
export function SiteState(props: { site: SiteRow; pill?: boolean }) {
  const { site, pill = true } = props;
  const words = useMessages().network.states;
  if (site.runningJobId !== null)
    return (
      <ToneLabel pill={pill} tone="live" icon={LoaderCircle} turns>
        {words.running}
      </ToneLabel>
    );
  if (site.appliedRevision === null)
    return (
      <ToneLabel pill={pill} tone="unknown" icon={CircleDashed}>
        {words.notApplied}
      </ToneLabel>
    );
  if (site.appliedRevision < site.revision)
    return (
      <ToneLabel pill={pill} tone="info" icon={Diff}>
        {words.behind}
      </ToneLabel>
    );
  return (
    <ToneLabel pill={pill} tone="ok" icon={ShieldCheck}>
      {words.applied}
    </ToneLabel>
  );
}
