"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProblemCard } from "@/components/ui/problem-card";
import type { Problem } from "@/lib/core/problem";
import type { PlanNodeView } from "@/lib/schemas/plan-view";

/** The proof stands in the step's own detail. */
const withoutProof = ({ code, detail, remedies }: Problem): Problem => ({ code, detail, remedies });

/** What stands in the way, first of all: one sentence and its remedies for each. */
export function PlanProblems(props: {
  nodes: readonly PlanNodeView[];
  onShow: (id: string) => void;
}) {
  const words = useMessages().plan;
  const broken = props.nodes.flatMap((node) => (node.state === "problem" ? [node] : []));
  if (broken.length === 0) return null;
  return (
    <Card tone="danger" role="alert" className="mb-4" aria-label={words.problems(broken.length)}>
      <div className="px-4 pt-3.5">
        <h2 className="text-lg">{words.problems(broken.length)}</h2>
        <p className="text-sm text-muted">{words.problemsDetail(broken.length)}</p>
      </div>
      <div className="max-h-96 divide-y divide-line overflow-y-auto">
        {broken.map((node) => (
          <ProblemCard
            key={node.id}
            bare
            problem={withoutProof(node.problem)}
            actions={
              <Button size="sm" onClick={() => props.onShow(node.id)}>
                {words.showStep}
              </Button>
            }
          />
        ))}
      </div>
    </Card>
  );
}
