"use client";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { HostRow } from "@/lib/schemas/host";
import { KeysLeftDialog } from "./keys-left-dialog";
import { RemoveHostsConfirm } from "./remove-hosts-confirm";
import type { Forgotten } from "./use-hosts";

/** Asks before hosts are forgotten; those in a cluster are refused with the reason. */
export function RemoveHostsDialog(props: { rows: readonly HostRow[]; onClose: () => void }) {
  const { rows, onClose } = props;
  const [left, setLeft] = useState<readonly Forgotten[]>([]);
  const taken = rows.filter((row) => row.clusterId !== null);
  if (taken.length > 0) return <Refused taken={taken} onClose={onClose} />;
  if (left.length > 0) return <KeysLeftDialog left={left} onClose={onClose} />;
  return <RemoveHostsConfirm rows={rows} onClose={onClose} onLeft={setLeft} />;
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
