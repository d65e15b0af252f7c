"use client";
import { HardDrive, Power, TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { ProblemCard } from "@/components/ui/problem-card";
import { useChange } from "./use-change";
import type { DialogProps } from "./wish";

/** Says to the cluster that a node is switched off, after saying what that risks. */
export function OffDialog(props: DialogProps & { node: string }) {
  const { node, onClose } = props;
  const m = useMessages();
  const words = m.changes.off;
  const { send, busy, problem } = useChange(props);
  if (problem !== null)
    return (
      <Dialog
        open
        onClose={onClose}
        title={words.question(node)}
        foot={<Button onClick={onClose}>{m.changes.close}</Button>}
      >
        <ProblemCard problem={problem} />
      </Dialog>
    );
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
