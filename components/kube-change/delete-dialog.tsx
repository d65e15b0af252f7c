"use client";
import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { BlastRadius } from "@/lib/schemas/kube-blast";
import { blastConsequences } from "./blast-items";
import { refQuery } from "./links";
import { readFailure } from "./read-failure";
import { useChange } from "./use-change";
import { WaitDialog } from "./wait-dialog";
import type { DialogProps } from "./wish";

/** What goes with it first; then the button. */
export function DeleteDialog(props: DialogProps & { object: ObjectRef }) {
  const { object, clusterId, onClose } = props;
  const words = useMessages().changes.delete;
  const blast = useQuery({
    queryKey: ["blast", clusterId, refQuery(object)],
    queryFn: ({ signal }) =>
      api.get<BlastRadius>(`/clusters/${clusterId}/actions/delete?${refQuery(object)}`, { signal }),
    gcTime: 0,
  });
  const { send, busy, problem } = useChange(props);
  const [orphan, setOrphan] = useState(false);
  const question = words.question(object.kind, object.name);
  if (blast.data === undefined || problem !== null)
    return (
      <WaitDialog question={question} problem={problem ?? readFailure(blast)} onClose={onClose} />
    );
  const radius = blast.data;
  return (
    <DeleteConfirmation
      radius={radius}
      readAtMs={blast.dataUpdatedAt}
      busy={busy}
      orphan={orphan}
      onOrphan={setOrphan}
      onKeep={onClose}
      onConfirm={() =>
        send(
          {
            action: "delete",
            object,
            uid: radius.uid,
            propagation: orphan ? "Orphan" : "Background",
            confirmName: radius.typed ? object.name : "",
          },
          words.done(object.kind, object.name),
        )
      }
    />
  );
}

/** Kinds whose pods or jobs can be left behind. */
const OWNERS: readonly string[] = [
  "Deployment",
  "ReplicaSet",
  "StatefulSet",
  "DaemonSet",
  "Job",
  "CronJob",
];

function DeleteConfirmation(props: {
  radius: BlastRadius;
  readAtMs: number;
  busy: boolean;
  /** What it owns stays. */
  orphan: boolean;
  onOrphan: (orphan: boolean) => void;
  onKeep: () => void;
  onConfirm: () => void;
}) {
  const { radius, readAtMs, busy, orphan, onOrphan, onKeep, onConfirm } = props;
  const words = useMessages().changes.delete;
  const nowMs = useNow();
  const happens = radius.owner === "" ? words.happens : words.comesBack(radius.owner);
  return (
    <ConfirmDialog
      open
      icon={Trash2}
      question={words.question(radius.kind, radius.name)}
      happens={radius.complete ? happens : `${happens} ${words.incomplete}`}
      takes={blastConsequences(radius, words)}
      checkedAgoMs={Math.max(0, nowMs - readAtMs)}
      {...(radius.typed ? { typed: { name: radius.name, because: words.because } } : {})}
      verb={words.verb(radius.name)}
      busy={busy}
      onKeep={onKeep}
      onConfirm={onConfirm}
    >
      {OWNERS.includes(radius.kind) && (
        <Checkbox checked={orphan} onChange={(event) => onOrphan(event.target.checked)}>
          {words.orphan}
        </Checkbox>
      )}
    </ConfirmDialog>
  );
}
