"use client";
import { CircleQuestionMark } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Status, ToneLabel } from "@/components/ui/status";
import type { PlanNodeView } from "@/lib/schemas/plan-view";

/** How a step is called where its host must be told apart from the reader's own. */
export function nameFrom(
  node: PlanNodeView,
  to: Pick<PlanNodeView, "hostId" | "hostName" | "label">,
) {
  return to.hostId === node.hostId ? to.label : `${to.hostName} › ${to.label}`;
}

/** In sync, will change, problem, or "Unknown until ‹step›". */
export function PlanState(props: {
  node: PlanNodeView;
  nodes: readonly PlanNodeView[];
  pill?: boolean;
}) {
  const { node, nodes, pill = false } = props;
  const words = useMessages().plan;
  if (node.state !== "unknown") return <Status of="step" is={node.state} size="xs" pill={pill} />;
  const until = nodes.find((candidate) => candidate.id === node.until);
  const step = until ? nameFrom(node, until) : node.until;
  return (
    <ToneLabel
      tone="unknown"
      icon={CircleQuestionMark}
      size="xs"
      pill={pill}
      className="max-w-full shrink!"
    >
      <span title={words.unknownUntil(step)} className="block max-w-[196px] truncate font-[450]">
        {words.unknownUntil(step)}
      </span>
    </ToneLabel>
  );
}
