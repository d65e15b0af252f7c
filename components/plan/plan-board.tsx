"use client";
import { planFigures } from "@/lib/plan-summary/figures";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { ClusterOperation } from "@/lib/schemas/operation";
import { PlanSheet, type PlanSheetProps } from "./plan-sheet";
import { PlanStart } from "./plan-start";

export interface PlanBoardProps extends Omit<PlanSheetProps, "members" | "foot"> {
  cluster: ClusterRow;
  operation: ClusterOperation;
}

/** What an operation on a cluster would do, and the button that starts it all. */
export function PlanBoard(props: PlanBoardProps) {
  const { cluster, operation, plan, title, reading } = props;
  return (
    <PlanSheet
      {...props}
      members={cluster.members}
      foot={
        <PlanStart
          cluster={cluster}
          operation={operation}
          plan={plan}
          figures={planFigures(plan)}
          title={title}
          reading={reading}
        />
      }
    />
  );
}
