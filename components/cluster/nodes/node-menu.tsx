"use client";
import { LogOut, Power, SquareTerminal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { KubeChange } from "@/components/kube-change/kube-change";
import type { NodeAction } from "@/components/kube-change/wish";
import { hostShellHref } from "@/components/kube-shell/shell-links";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { nodeActions, type NodeRow } from "@/lib/kube/kinds/node";
import { rebootHref } from "@/lib/schemas/operation-param";
import { useMay } from "../use-may";
import { useMayIn } from "../use-may-in";

/** The host behind a node, where the panel has one: how to remove it (null: not now, or not by this person). */
export interface NodeHost {
  readonly hostId: string;
  readonly onRemove: (() => void) | null;
}

/** What can be done with one node. */
export function NodeMenu(props: { clusterId: string; node: NodeRow; host: NodeHost | null }) {
  const { clusterId, node, host } = props;
  const { actions: words, actionWords } = useMessages().cluster;
  const router = useRouter();
  const mayChange = useMayIn(clusterId, "kube:write");
  const mayShell = useMay("shell:host");
  const mayRun = useMay("jobs:write");
  const [action, setAction] = useState<NodeAction | null>(null);
  const items: readonly MenuItem[] = [
    ...(mayChange ? nodeActions(node) : []).map((id) => ({
      id,
      label: actionWords[id],
      act: () => setAction(id),
    })),
    ...(host !== null && mayShell
      ? [
          {
            id: "shell",
            label: words.hostShell,
            icon: SquareTerminal,
            act: () => router.push(hostShellHref(host.hostId)),
          },
        ]
      : []),
    ...(host !== null && mayRun
      ? [
          {
            id: "reboot",
            label: words.rebootNode,
            icon: Power,
            act: () => router.push(rebootHref(clusterId, [host.hostId])),
          },
        ]
      : []),
    ...(host?.onRemove
      ? [
          {
            ...{ id: "remove", label: words.removeNode, icon: LogOut, danger: true },
            act: host.onRemove,
          },
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <Menu label={words.nodeMenu(node.name)} items={items} />
      {action !== null && (
        <KubeChange
          clusterId={clusterId}
          change={{ action, node: node.name }}
          onClose={() => setAction(null)}
        />
      )}
    </span>
  );
}
