"use client";
import { CircleCheck, CircleQuestionMark, OctagonX } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Ago } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { ToneLabel } from "@/components/ui/status";
import type { SiteMeasurement } from "@/lib/schemas/site-view-row";
import { countPairs } from "./matrix-model";

/** All probes together, when they were sent, and the row for every zone. */
export function MatrixFoot(props: {
  measurement: SiteMeasurement | null;
  withAny: boolean;
  /** null: the row of "any" has cells and cannot be hidden. */
  onAny: (() => void) | null;
}) {
  const { measurement, withAny, onAny } = props;
  const words = useMessages().network.matrix;
  const format = useFormat();
  const counted = countPairs(measurement?.pairs ?? []);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-3 py-2 text-xs text-muted">
      {measurement === null ? (
        <span>{words.neverMeasured}</span>
      ) : (
        <>
          <ToneLabel tone="ok" icon={CircleCheck} size="xs">
            {words.agree(counted.agree)}
          </ToneLabel>
          {counted.differ > 0 && (
            <ToneLabel tone="danger" icon={OctagonX} size="xs">
              {words.differ(counted.differ)}
            </ToneLabel>
          )}
          {counted.untested > 0 && (
            <ToneLabel tone="unknown" icon={CircleQuestionMark} size="xs">
              {words.untested(counted.untested)}
            </ToneLabel>
          )}
        </>
      )}
      {onAny && (
        <Button size="sm" look="ghost" aria-pressed={withAny} onClick={onAny}>
          {withAny ? words.hideAny : words.showAny}
        </Button>
      )}
      {measurement !== null && (
        <span className="num ml-auto">
          {words.measuredAt} <Ago at={measurement.at} />
          {words.took(format.duration(measurement.tookMs))}
        </span>
      )}
    </div>
  );
}
