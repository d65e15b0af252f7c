"use client";
import { Boxes, Server, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMessages } from "@/components/hooks/use-messages";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { planHref } from "@/lib/schemas/operation-param";

/** Asks for the cluster's name, says what goes with it, and leads to the plan. */
export function DeleteClusterDialog(props: { cluster: ClusterRow; onClose: () => void }) {
  const { id, name, members } = props.cluster;
  const words = useMessages().cluster.delete;
  const router = useRouter();
  return (
    <ConfirmDialog
      open
      icon={Trash2}
      question={words.question(name)}
      happens={words.happens}
      takes={[
        {
          icon: Server,
          title: words.hosts(members.length),
          detail: words.hostsDetail,
          verdict: words.hostsVerdict,
          tone: "warn",
        },
        {
          icon: Boxes,
          title: words.data,
          detail: words.dataDetail,
          verdict: words.dataVerdict,
          tone: "danger",
        },
      ]}
      typed={{ name, because: words.because }}
      verb={words.verb(name)}
      onKeep={props.onClose}
      onConfirm={() => router.push(planHref(id, { kind: "delete", confirmName: name }))}
    />
  );
}
