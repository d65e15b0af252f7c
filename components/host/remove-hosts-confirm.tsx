"use client";
import { KeyRound, Server, Trash2 } from "lucide-react";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { HostRow } from "@/lib/schemas/host";
import { type Forgotten, useRemoveHosts } from "./use-hosts";

/** Asks once, for all of them; `onLeft` when a key that should go could not be taken off. */
export function RemoveHostsConfirm(props: {
  rows: readonly HostRow[];
  onClose: () => void;
  onLeft: (left: readonly Forgotten[]) => void;
}) {
  const { rows, onClose, onLeft } = props;
  const words = useMessages().hosts.remove;
  const [keyOff, setKeyOff] = useState(true);
  const remove = useRemoveHosts();
  const names = rows.map((row) => row.name);
  const done = (forgotten: readonly Forgotten[]) => {
    toast.done({ title: words.done(rows.length) });
    const left = forgotten.filter(({ removed }) => removed.key === "left");
    if (left.length > 0) onLeft(left);
    else onClose();
  };
  const failed = (error: Error) => {
    const problem = problemOf(error);
    toast.failed({ title: problem.detail, body: problem.remedies.join(" ") });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onKeep={onClose}
      onConfirm={() =>
        remove.mutate(
          { rows, key: keyOff ? "remove" : "keep" },
          { onSuccess: done, onError: failed },
        )
      }
      busy={remove.isPending}
      icon={Trash2}
      question={words.question(names)}
      happens={words.happens}
      verb={words.verb(names)}
      takes={[
        {
          icon: KeyRound,
          title: words.forgotten,
          detail: words.forgottenDetail,
          verdict: words.forgottenVerdict,
          tone: "warn",
        },
        {
          icon: Server,
          title: words.stays,
          detail: words.staysDetail,
          verdict: words.staysVerdict,
          tone: "ok",
        },
      ]}
    >
      <Checkbox checked={keyOff} onChange={(event) => setKeyOff(event.target.checked)}>
        {words.keyOff}
        <span className="block text-xs text-muted">
          {words.keyOffHelp(
            rows.filter(({ state }) => state !== "reachable").map(({ name }) => name),
          )}
        </span>
      </Checkbox>
    </ConfirmDialog>
  );
}
