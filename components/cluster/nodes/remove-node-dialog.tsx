"use client";
import { Box, Crown, HardDrive, LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMessages } from "@/components/hooks/use-messages";
import type { ListedRow } from "@/components/kube/use-kube-list";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Consequence } from "@/components/ui/takes-with-it";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { planHref } from "@/lib/schemas/operation-param";
import { hostOfNode } from "./host-of-node";

/** Says what leaves with the node, and leads to the plan. */
export function RemoveNodeDialog(props: {
  cluster: ClusterRow;
  node: ListedRow<"nodes">;
  onClose: () => void;
}) {
  const { cluster, node, onClose } = props;
  const words = useMessages().cluster.remove;
  const router = useRouter();
  const host = hostOfNode(cluster, node);
  const servers = cluster.members.filter(({ role }) => role === "server");
  const isLastServer = host?.role === "server" && servers.length === 1;
  const takes: Consequence[] = [
    {
      icon: Box,
      title: words.pods(node.pods ?? 0),
      detail: words.podsDetail,
      verdict: words.podsVerdict,
      tone: "warn",
    },
    {
      icon: HardDrive,
      title: words.volumes,
      detail: words.volumesDetail,
      verdict: words.volumesVerdict,
      tone: "danger",
    },
  ];
  if (isLastServer)
    takes.unshift({
      icon: Crown,
      title: words.lastServer,
      detail: words.lastServerDetail,
      verdict: words.lastServerVerdict,
      tone: "danger",
    });
  const go = () => {
    if (host === null) return;
    router.push(planHref(cluster.id, { kind: "remove-host", hostId: host.hostId, gone: false }));
  };
  return (
    <ConfirmDialog
      open
      icon={LogOut}
      question={words.question(node.name)}
      happens={words.happens}
      takes={takes}
      verb={words.verb(node.name)}
      onKeep={onClose}
      onConfirm={go}
    />
  );
}
