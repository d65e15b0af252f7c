"use client";
import { OctagonX, TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { ToneLabel } from "@/components/ui/status";
import { countFindings } from "@/lib/overview/host-order";
import type { HostRow } from "@/lib/schemas/host";

/** How many problems and warnings a host has, or that there is none, or that nobody looked. */
export function FindingCounts(props: { row: HostRow }) {
  const words = useMessages().hosts;
  const { problems, warnings } = countFindings(props.row.findings);
  if (props.row.facts === null) return <span className="text-muted">{words.notRead}</span>;
  if (problems + warnings === 0) return <span className="text-muted">{words.noFindings}</span>;
  return (
    <span className="num inline-flex gap-2">
      {problems > 0 && (
        <ToneLabel tone="danger" icon={OctagonX}>
          {problems}
          <span className="sr-only"> {words.problemCount(problems)}</span>
        </ToneLabel>
      )}
      {warnings > 0 && (
        <ToneLabel tone="warn" icon={TriangleAlert}>
          {warnings}
          <span className="sr-only"> {words.warningCount(warnings)}</span>
        </ToneLabel>
      )}
    </span>
  );
}
