"use client";
import { CalendarClock, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { Tag } from "@/components/ui/tag";
import { ANY_ZONE } from "@/lib/schemas/site-service";
import type { MeasuredPair } from "@/lib/schemas/site-view-row";
import { CellFields } from "./cell-fields";
import { CellProbes } from "./cell-probes";
import { CellRules } from "./cell-rules";
import { VERDICT_ICONS } from "./matrix-cell";
import { type MatrixField, pairsOf, verdictKind } from "./matrix-model";
import { useSiteEditor } from "./site-editor";
import { withoutCell } from "./spec-edits";

const ExceptionDialog = dynamic(() =>
  import("./exception-dialog").then((part) => part.ExceptionDialog),
);

/** One field of the matrix: what differs first, then what may pass, and the rules that say so. */
export function CellDrawer(props: {
  field: MatrixField;
  pairs: readonly MeasuredPair[];
  onClose: () => void;
}) {
  const { field, onClose } = props;
  const { from, to, cell } = field;
  const editor = useSiteEditor();
  const words = useMessages().network;
  const [isExcepting, setExcepting] = useState(false);
  const kind = verdictKind(cell);
  const isPair = from !== ANY_ZONE && to !== ANY_ZONE;
  return (
    <>
      <Drawer
        open
        onClose={onClose}
        title={words.matrix.title(from, to)}
        mark={<Tag icon={VERDICT_ICONS[kind]}>{words.matrix.verdicts[kind]}</Tag>}
        foot={
          editor.mayEdit && (
            <>
              {isPair && (
                <Button size="sm" icon={CalendarClock} onClick={() => setExcepting(true)}>
                  {words.cell.allowUntil}
                </Button>
              )}
              {field.isOwn && (
                <Button
                  size="sm"
                  look="ghost"
                  icon={Undo2}
                  onClick={() => editor.edit(withoutCell(editor.spec, from, to))}
                >
                  {words.cell.remove}
                </Button>
              )}
            </>
          )
        }
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {!field.isRouted && <p className="text-sm text-muted">{words.cell.notRouted}</p>}
          <CellFields field={field} />
          {isPair && <CellProbes pairs={pairsOf(props.pairs, from, to)} />}
          <CellRules field={field} />
        </div>
      </Drawer>
      {isExcepting && (
        <ExceptionDialog at={null} zones={[from, to]} onClose={() => setExcepting(false)} />
      )}
    </>
  );
}
