"use client";
import { useMessages } from "@/components/hooks/use-messages";
import type { NodeRow } from "@/lib/kube/kinds/node";

/** Kubernetes sets these itself while a node has the trouble of that name, which stands in its row. */
const BY_CONDITION = "node.kubernetes.io/";

/** Under the table: which taints keep pods off which nodes. */
export function NodeTaints(props: { nodes: readonly Pick<NodeRow, "name" | "taints">[] }) {
  const words = useMessages().cluster.nodes;
  const byTaint = Map.groupBy(
    props.nodes.flatMap(({ name, taints }) =>
      taints.filter((taint) => !taint.startsWith(BY_CONDITION)).map((taint) => ({ name, taint })),
    ),
    ({ taint }) => taint,
  );
  if (byTaint.size === 0) return null;
  return (
    <ul className="mt-3 grid gap-1 text-xs text-muted">
      {[...byTaint].map(([taint, entries]) => (
        <li key={taint}>
          {words.taintOn(entries.map(({ name }) => name))} <code>{taint}</code>
        </li>
      ))}
    </ul>
  );
}
