"use client";
import { Box, Crown } from "lucide-react";
import Link from "next/link";
import { useMessages } from "@/components/hooks/use-messages";
import { Icon } from "@/components/ui/icon";
import { isServerNode, type NodeRow } from "@/lib/kube/kinds/node";
import { nodeHref } from "../cluster-links";

/** Name, and under it what the machine is and is for. */
export function NodeName(props: { clusterId: string; node: NodeRow }) {
  const { clusterId, node } = props;
  const words = useMessages().cluster.statusWords;
  const isServer = isServerNode(node);
  return (
    <span className="grid gap-px py-1">
      <Link href={nodeHref(clusterId, node.name)} className="font-name">
        {node.name}
      </Link>
      <small className="flex items-center gap-1 text-xs text-muted" title={node.roles.join(", ")}>
        <Icon of={isServer ? Crown : Box} size={12} />
        {words[isServer ? "server" : "agent"]} · {node.os} · {node.architecture}
      </small>
    </span>
  );
}
