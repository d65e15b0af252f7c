"use client";
import { KeyRound, Server, Trash2 } from "lucide-react";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { HostRow, RemoveHostQuery } from "@/lib/schemas/host";
import { type Forgotten, useRemoveHosts } from "./use-hosts";

interface ConfirmProps {
  rows: readonly HostRow[];
  onClose: () => void;
  onLeft: (left: readonly Forgotten[]) => void;
}

/** Asks once, for all of them; `onLeft` when a key that should go could not be taken off. */
export function RemoveHostsConfirm(props: ConfirmProps) {
  const { rows, onClose } = props;
  const words = useMessages().hosts.remove;
  const [keyOff, setKeyOff] = useState(true);
  const { remove, isRemoving } = useForget(props);
  const names = rows.map((row) => row.name);
  const away = rows.filter(({ state }) => state !== "reachable").map(({ name }) => name);
  return (
    <ConfirmDialog
      open
      onKeep={onClose}
      onConfirm={() => remove(keyOff ? "remove" : "keep")}
      busy={isRemoving}
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
        <span className="block text-xs text-muted">{words.keyOffHelp(away)}</span>
      </Checkbox>
    </ConfirmDialog>
  );
}

function useForget({ rows, onClose, onLeft }: ConfirmProps) {
  const words = useMessages().hosts.remove;
  const { mutate, isPending } = useRemoveHosts();
  const onSuccess = (forgotten: readonly Forgotten[]) => {
    toast.done({ title: words.done(rows.length) });
    const left = forgotten.filter(({ removed }) => removed.key === "left");
    if (left.length > 0) onLeft(left);
    else onClose();
  };
  const onError = (error: Error) => {
    const problem = problemOf(error);
    toast.failed({ title: problem.detail, body: problem.remedies.join(" ") });
    onClose();
  };
  const remove = (key: RemoveHostQuery["key"]) => mutate({ rows, key }, { onSuccess, onError });
  return { remove, isRemoving: isPending };
}
