"use client";
import { TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import { nodeState, type NodeRow } from "@/lib/kube/kinds/node";

/** Ready or not, and every trouble of the machine under it as its own line. */
export function NodeStatus(props: { node: NodeRow }) {
  const { node } = props;
  return (
    <span className="grid justify-items-start gap-px">
      <NodeStateLabel node={node} />
      <NodeTroubles node={node} />
    </span>
  );
}

/** The word alone. */
export function NodeStateLabel(props: { node: NodeRow }) {
  const { node } = props;
  const words = useMessages().cluster.nodes;
  const isBoth = node.cordoned && !node.ready;
  return <Status of="node" is={nodeState(node)} {...(isBoth ? { note: words.cordonedToo } : {})} />;
}

/** What is wrong with the machine, each with what to do. */
export function NodeTroubles(props: { node: NodeRow }) {
  const words = useMessages().cluster.nodes;
  return props.node.troubles.map((trouble) => (
    <span
      key={trouble.code}
      title={trouble.message}
      className="flex items-start sm:min-w-56 gap-1.5 text-xs whitespace-normal text-danger"
    >
      <Icon of={TriangleAlert} size={13} className="mt-[3px] shrink-0 text-danger-solid" />
      {words.troubles[trouble.code](trouble.message)}
    </span>
  ));
}
