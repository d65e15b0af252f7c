"use client";
import { LogOut, Power, SquareTerminal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { KubeChange } from "@/components/kube-change/kube-change";
import type { NodeAction } from "@/components/kube-change/wish";
import { hostShellHref } from "@/components/kube-shell/shell-links";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { NodeRow } from "@/lib/kube/kinds/node";
import { rebootHref } from "@/lib/schemas/operation-param";
import { useMay } from "../use-may";

/** The host behind a node, where the panel has one: how to remove it (null: not now, or not by this person). */
export interface NodeHost {
  readonly hostId: string;
  readonly onRemove: (() => void) | null;
}

/** A node that was declared off carries this taint. Source: Kubernetes, "Non-graceful node shutdown". */
const OFF_TAINT = "node.kubernetes.io/out-of-service";

/** What can be asked of a node as it is now. */
function actionsOf(node: NodeRow): readonly NodeAction[] {
  const isOff = node.taints.some((taint) => taint.startsWith(OFF_TAINT));
  return [
    node.cordoned ? "uncordon" : "cordon",
    "drain",
    "labels",
    "taints",
    ...(isOff ? ["declare-on" as const] : []),
    ...(!isOff && !node.ready ? ["declare-off" as const] : []),
  ];
}

/** What can be done with one node. */
export function NodeMenu(props: { clusterId: string; node: NodeRow; host: NodeHost | null }) {
  const { clusterId, node, host } = props;
  const words = useMessages().cluster.actions;
  const router = useRouter();
  const mayChange = useMay("kube:write");
  const mayShell = useMay("shell:host");
  const mayRun = useMay("jobs:write");
  const [action, setAction] = useState<NodeAction | null>(null);
  const items: readonly MenuItem[] = [
    ...(mayChange ? actionsOf(node) : []).map((id) => ({
      id,
      label: words.ofNode[id],
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
