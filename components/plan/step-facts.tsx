"use client";
import { useMessages } from "@/components/hooks/use-messages";
import type { FactView, PlanNodeView } from "@/lib/schemas/plan-view";

/** What the hosts answered, and the command that asked. */
export function StepFacts(props: { node: PlanNodeView; nodes: readonly PlanNodeView[] }) {
  const { node, nodes } = props;
  const words = useMessages().plan;
  if (node.facts.length === 0) return <p className="text-sm text-muted">{words.noFacts}</p>;
  const nameOf = (hostId: string) =>
    nodes.find((candidate) => candidate.hostId === hostId)?.hostName ?? hostId;
  return (
    <dl className="grid gap-3">
      {node.facts.map((fact) => (
        <Fact
          key={fact.name}
          fact={fact}
          on={fact.on === undefined ? undefined : nameOf(fact.on)}
        />
      ))}
    </dl>
  );
}

function Fact({ fact, on }: { fact: FactView; on: string | undefined }) {
  const words = useMessages().plan;
  return (
    <div className="min-w-0 overflow-hidden rounded-md border border-line">
      <dt className="border-b border-line bg-sunken px-3 py-1.5 text-xs">
        <span className="font-[560]">{fact.name}</span>
        {on !== undefined && <span className="text-muted"> {words.asked(on)}</span>}
        <code className="mt-0.5 block max-h-28 overflow-y-auto break-all whitespace-pre-wrap text-muted">
          {fact.command}
        </code>
      </dt>
      <dd>
        <pre
          tabIndex={0}
          aria-label={fact.name}
          className="max-h-60 overflow-auto px-3 py-2 text-xs leading-[19px] break-all whitespace-pre-wrap"
        >
          {readable(fact.value)}
        </pre>
      </dd>
    </div>
  );
}

/** Indented when it is whole JSON; a shortened value stays as it is. */
function readable(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
