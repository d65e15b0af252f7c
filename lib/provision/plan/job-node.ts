import type { JobNode } from "@/lib/schemas/job-event";
import type { PlanNode } from "./plan";

/** The node as the browser draws it. */
export function jobNode(node: PlanNode): JobNode {
  const input = node.input as never;
  return {
    id: node.id,
    hostId: node.hostId,
    hostName: node.hostName,
    label: node.step.label(input),
    title: node.step.title(input),
    after: node.after,
    lane: node.lane,
    skippable: node.step.skippable === true,
    typicalMs: node.step.typicalMs,
  };
}
