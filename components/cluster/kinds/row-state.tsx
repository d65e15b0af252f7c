"use client";
import { CircleDashed } from "lucide-react";
import { ToneLabel } from "@/components/ui/status";
import { TONE_ICONS } from "@/components/ui/tone-icons";
import type { RowStatus } from "@/lib/schemas/kube-kind";

/** What does nothing is no news. */
const ICONS = { ...TONE_ICONS, unknown: CircleDashed };

/** An object's state: its word, and under it (or beside it, where rows are of one height) why. */
export function RowState(props: {
  status: RowStatus;
  oneLine?: boolean;
  /** The word alone: beside a title, on a phone. */
  brief?: boolean;
  pill?: boolean;
}) {
  const { status, oneLine = false, brief = false, pill = false } = props;
  const label = (
    <ToneLabel
      tone={status.tone}
      icon={ICONS[status.tone]}
      turns={status.tone === "live"}
      pill={pill}
    >
      {status.word}
    </ToneLabel>
  );
  if (brief || status.why === "") return label;
  return (
    <span className={oneLine ? "flex items-center gap-2" : "grid justify-items-start gap-px"}>
      {label}
      <span
        title={`${status.why} ${status.remedy}`.trim()}
        className={
          oneLine ? "truncate text-xs text-muted" : "line-clamp-2 text-xs whitespace-normal"
        }
      >
        {status.why}
      </span>
    </span>
  );
}
