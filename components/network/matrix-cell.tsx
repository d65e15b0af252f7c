"use client";
import {
  Ban,
  CheckCheck,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  ListChecks,
  type LucideIcon,
} from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import { ANY_ZONE } from "@/lib/schemas/site-service";
import {
  type MatrixField,
  type MeasuredCount,
  type VerdictKind,
  verdictKind,
} from "./matrix-model";

export const VERDICT_ICONS = {
  everything: CheckCheck,
  some: ListChecks,
  deny: Ban,
  silent: Ban,
} satisfies Record<VerdictKind, LucideIcon>;

const hatched = {
  backgroundImage:
    "repeating-linear-gradient(135deg, transparent 0 6px, var(--sunken) 6px 12px, transparent 12px)",
};

/** One field: the verdict, for what, and what was measured. A button, unless no packet comes here. */
export function MatrixCell(props: { field: MatrixField; isChosen: boolean; onChoose: () => void }) {
  const { field, isChosen, onChoose } = props;
  const words = useMessages().network.matrix;
  const isWrong = field.measured.differ > 0;
  const isPair = field.from !== ANY_ZONE && field.to !== ANY_ZONE;
  if (!field.isRouted && !field.isChanged && !isChosen)
    return (
      <td className={cx(cellLook, "px-3 py-2.5 text-xs text-muted")} style={hatched}>
        <button type="button" className="text-left hover:text-text" onClick={onChoose}>
          {words.notRouted}
          <span className="sr-only">, {words.pair(field.from, field.to)}</span>
        </button>
      </td>
    );
  return (
    <td className={cellLook}>
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={cellName(field, words)}
        onClick={onChoose}
        className={cx(
          "flex h-full min-h-[82px] w-full flex-col gap-1 px-2.5 py-2.5 text-left outline-offset-[-2px]",
          isWrong ? "bg-danger-tint" : "hover:bg-hover",
          isChosen && "inset-ring-2 inset-ring-accent-solid",
        )}
      >
        <VerdictWords field={field} />
        <span className="mt-auto flex items-center gap-1.5">
          {field.isChanged ? (
            <Tag className="text-accent">{words.notSaved}</Tag>
          ) : (
            isPair && <MeasuredWords measured={field.measured} />
          )}
        </span>
      </button>
    </td>
  );
}

const cellLook = "h-[82px] border-r border-b border-line p-0 align-top last:border-r-0";

/** Read out instead of the picture: "dmz to home: Deny. 11 of 12 measured as expected." */
function cellName(
  field: MatrixField,
  words: ReturnType<typeof useMessages>["network"]["matrix"],
): string {
  const { cell, from, to, measured } = field;
  return words.spoken({
    pair: words.pair(from, to),
    verdict: words.verdicts[verdictKind(cell)],
    services: cell?.services ?? [],
    measured: field.isChanged ? words.notSaved : words.measured(measured),
  });
}

function VerdictWords({ field }: { field: MatrixField }) {
  const words = useMessages().network.matrix;
  const kind = verdictKind(field.cell);
  return (
    <span className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-[7px]">
      <Icon of={VERDICT_ICONS[kind]} size={14} className="mt-[3px] text-muted" />
      <b className="font-[560]">{words.verdicts[kind]}</b>
      <span className="col-start-2 line-clamp-2 text-xs text-muted">
        {kind === "everything" && words.everything}
        {kind === "some" && words.services(field.cell?.services ?? [])}
        {kind === "silent" && words.silent}
        {!field.isOwn && field.cell !== null && (
          <> {words.inherited(field.cell.from, field.cell.to)}</>
        )}
      </span>
    </span>
  );
}

/** "MeasuredCount 11 of 12", green only when all agree. */
function MeasuredWords({ measured }: { measured: MeasuredCount }) {
  const words = useMessages().network.matrix;
  const [icon, look] = looksOf(measured);
  return (
    <span
      className={cx("num flex items-center gap-1.5 text-xs font-[520] whitespace-nowrap", look)}
    >
      <Icon of={icon} size={14} />
      {words.measured(measured)}
    </span>
  );
}

function looksOf({ differ, agree }: MeasuredCount): readonly [LucideIcon, string] {
  if (differ > 0) return [CircleX, "text-danger"];
  return agree > 0 ? [CircleCheck, "text-ok"] : [CircleQuestionMark, "text-muted"];
}
