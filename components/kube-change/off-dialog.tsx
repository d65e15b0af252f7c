"use client";
import { HardDrive, Power, TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useChange } from "./use-change";
import { WaitDialog } from "./wait-dialog";
import type { DialogProps } from "./wish";

/** Says to the cluster that a node is switched off, after saying what that risks. */
export function OffDialog(props: DialogProps & { node: string }) {
  const { node, onClose } = props;
  const m = useMessages();
  const words = m.changes.off;
  const { send, busy, problem } = useChange(props);
  if (problem !== null)
    return <WaitDialog question={words.question(node)} problem={problem} onClose={onClose} />;
  return (
    <ConfirmDialog
      open
      icon={Power}
      question={words.question(node)}
      happens={words.happens}
      takes={[
        {
          icon: TriangleAlert,
          title: words.risk(node),
          detail: words.riskDetail,
          verdict: words.riskVerdict,
          tone: "danger",
        },
        {
          icon: HardDrive,
          title: words.pinned,
          verdict: m.changes.delete.verdicts.stays,
          tone: "ok",
        },
      ]}
      typed={{ name: node, because: words.because }}
      verb={words.verb(node)}
      busy={busy}
      onKeep={onClose}
      onConfirm={() => send({ action: "declare-off", node, confirmName: node }, words.done(node))}
    />
  );
}
