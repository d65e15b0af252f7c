"use client";
import { KeyRound, Server, Trash2 } from "lucide-react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { HostRow } from "@/lib/schemas/host";
import { useRemoveHosts } from "./use-hosts";

/** Asks before hosts are forgotten; those in a cluster are refused with the reason. */
export function RemoveHostsDialog(props: { rows: readonly HostRow[]; onClose: () => void }) {
  const taken = props.rows.filter((row) => row.clusterId !== null);
  return taken.length > 0 ? (
    <Refused taken={taken} onClose={props.onClose} />
  ) : (
    <Confirm {...props} />
  );
}

function Refused(props: { taken: readonly HostRow[]; onClose: () => void }) {
  const { taken, onClose } = props;
  const m = useMessages();
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.hosts.remove.refusedTitle(taken.length)}
      description={m.hosts.remove.refusedBody}
      foot={
        <Button autoFocus onClick={onClose}>
          {m.ui.close}
        </Button>
      }
    >
      <ul className="grid gap-1.5 text-sm">
        {taken.map((row) => (
          <li key={row.id}>{m.hosts.remove.inCluster(row.name, row.clusterName ?? "")}</li>
        ))}
      </ul>
    </Dialog>
  );
}

function Confirm(props: { rows: readonly HostRow[]; onClose: () => void }) {
  const { rows, onClose } = props;
  const words = useMessages().hosts.remove;
  const remove = useRemoveHosts();
  const names = rows.map((row) => row.name);
  const confirm = () =>
    remove.mutate(rows, {
      onSuccess: () => toast.done({ title: words.done(rows.length) }),
      onError: (error) => {
        const problem = problemOf(error);
        toast.failed({ title: problem.detail, body: problem.remedies.join(" ") });
      },
      onSettled: onClose,
    });
  return (
    <ConfirmDialog
      open
      onKeep={onClose}
      onConfirm={confirm}
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
    />
  );
}
