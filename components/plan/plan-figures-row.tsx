"use client";
import { Check, CircleQuestionMark, Diff, Power, Timer } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { StatRow } from "@/components/ui/stat-row";
import { isInSync, type PlanFigures, roughMs } from "@/lib/plan-summary/figures";

/** Names of what restarts that fit under the figure. */
const MOST_NAMES = 2;

/** Will change, unknown until, in sync, restarts, takes about. */
export function PlanFiguresRow(props: { figures: PlanFigures; estimateMs: number }) {
  const { figures, estimateMs } = props;
  const words = useMessages().plan.figures;
  const format = useFormat();
  const idle = isInSync(figures);
  return (
    <StatRow
      stats={[
        {
          id: "changes",
          label: words.changes,
          icon: Diff,
          tone: "info",
          figure: format.number(figures.changes),
          detail: figures.changes === 0 ? undefined : words.changesDetail(figures.hosts),
        },
        {
          id: "unknown",
          label: words.unknown,
          icon: CircleQuestionMark,
          tone: "unknown",
          figure: format.number(figures.unknown),
          detail: figures.unknown === 0 ? words.unknownNone : words.unknownDetail,
        },
        {
          id: "in-sync",
          label: words.inSync,
          icon: Check,
          tone: "ok",
          figure: format.number(figures.inSync),
          detail: words.inSyncDetail,
        },
        {
          id: "restarts",
          label: words.restarts,
          icon: Power,
          tone: figures.restarts.length > 0 ? "warn" : "unknown",
          figure: format.number(figures.restarts.length),
          detail: restartNames(figures, words),
        },
        {
          id: "takes",
          label: words.takes,
          icon: Timer,
          figure: idle ? format.duration(0) : format.duration(roughMs(estimateMs)),
          detail: paceOf(figures, words),
        },
      ]}
    />
  );
}

/** Reboots go in turn; everything else side by side. */
function paceOf(
  figures: PlanFigures,
  words: { takesNone: string; takesDetail: string; takesInTurn: string },
): string {
  if (isInSync(figures)) return words.takesNone;
  const reboots = figures.restarts.some(({ what }) => what === "reboot");
  return reboots ? words.takesInTurn : words.takesDetail;
}

function restartNames(
  { restarts }: PlanFigures,
  words: { restartsNone: string; restartsMore: (names: string, more: number) => string },
): string {
  const names = [...new Set(restarts.map((restart) => restart.what))];
  if (names.length === 0) return words.restartsNone;
  return words.restartsMore(
    names.slice(0, MOST_NAMES).join(", "),
    Math.max(0, names.length - MOST_NAMES),
  );
}
