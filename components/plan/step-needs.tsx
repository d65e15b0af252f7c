"use client";
import { useMessages } from "@/components/hooks/use-messages";
import type { PlanNodeView } from "@/lib/schemas/plan-view";
import { PlanState } from "./plan-state";

/** What must be done before, and what waits for this. */
export function StepNeeds(props: {
  node: PlanNodeView;
  nodes: readonly PlanNodeView[];
  onChoose: (id: string) => void;
}) {
  const { node, nodes, onChoose } = props;
  const words = useMessages().plan;
  const before = nodes.filter((candidate) => node.after.includes(candidate.id));
  const after = nodes.filter((candidate) => candidate.after.includes(node.id));
  return (
    <div className="grid gap-4 text-sm">
      <Links
        title={words.after}
        steps={before}
        nodes={nodes}
        onChoose={onChoose}
        none={words.noNeeds}
      />
      {after.length > 0 && (
        <Links title={words.before} steps={after} nodes={nodes} onChoose={onChoose} />
      )}
    </div>
  );
}

function Links(props: {
  title: string;
  steps: readonly PlanNodeView[];
  nodes: readonly PlanNodeView[];
  onChoose: (id: string) => void;
  none?: string;
}) {
  return (
    <section>
      <h3 className="mb-1.5 text-2xs font-[550] text-muted">{props.title}</h3>
      {props.steps.length === 0 ? (
        <p className="text-muted">{props.none}</p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line">
          {props.steps.map((step) => (
            <li key={step.id} className="flex min-h-9 items-center gap-3 px-3 max-sm:min-h-11">
              <button
                type="button"
                className="link min-w-0 truncate"
                onClick={() => props.onChoose(step.id)}
              >
                {step.hostName} › {step.label}
              </button>
              <span className="ml-auto">
                <PlanState node={step} nodes={props.nodes} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
