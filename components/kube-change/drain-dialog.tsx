"use client";
import { LogOut } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { DrainInput, DrainPreview } from "@/lib/schemas/kube-drain";
import { drainConsequences, losesSomething } from "./drain-items";
import { DrainProgressDialog } from "./drain-progress";
import { useDrain } from "./use-drain";
import { WaitDialog } from "./wait-dialog";
import type { DialogProps } from "./wish";

/** What a drain does, then how it goes. Closing the window does not stop it. */
export function DrainDialog(props: DialogProps & { node: string }) {
  const { node, clusterId, onClose } = props;
  const words = useMessages().changes.drain;
  const drain = useDrain(clusterId, node);
  const { answer, followed } = drain;
  if (drain.problem !== null || answer === undefined)
    return (
      <WaitDialog question={words.question(node)} problem={drain.problem} onClose={onClose} />
    );
  if (followed !== null)
    return (
      <DrainProgressDialog
        progress={followed}
        cancelling={drain.cancelling}
        onCancel={drain.cancel}
        onAgain={drain.askAgain}
        onClose={onClose}
      />
    );
  return (
    <DrainConfirmation
      preview={answer.preview}
      readAtMs={drain.readAtMs}
      busy={drain.starting}
      onKeep={onClose}
      onDrain={drain.start}
    />
  );
}

const TIMEOUT_S = 300;

function DrainConfirmation(props: {
  preview: DrainPreview;
  readAtMs: number;
  busy: boolean;
  onKeep: () => void;
  onDrain: (input: DrainInput) => void;
}) {
  const { preview, readAtMs, busy, onKeep, onDrain } = props;
  const words = useMessages().changes.drain;
  const nowMs = useNow();
  const { node } = preview;
  const loses = losesSomething(preview);
  return (
    <ConfirmDialog
      open
      icon={LogOut}
      question={words.question(node)}
      happens={words.happens}
      takes={drainConsequences(preview, words)}
      checkedAgoMs={Math.max(0, nowMs - readAtMs)}
      {...(loses ? { typed: { name: node, because: words.typed } } : {})}
      verb={words.verb(node)}
      busy={busy}
      onKeep={onKeep}
      // What it takes with it was just read out: going on is agreeing to it.
      onConfirm={() =>
        onDrain({
          node,
          deleteEmptyDir: true,
          deleteBarePods: preview.pods.some(({ bare }) => bare),
          timeoutSeconds: TIMEOUT_S,
        })
      }
    />
  );
}
