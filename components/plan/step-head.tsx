"use client";
import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** Host and step, its state, and the way to the step before and after it; a phone's list has those. */
export function StepHead<Step extends { id: string; hostName: string; label: string }>(props: {
  node: Step;
  /** All steps, in the order of the list. */
  nodes: readonly Step[];
  words: { readonly previous: string; readonly next: string };
  onChoose: (id: string) => void;
  /** A pill beside the name. */
  state: ReactNode;
  /** Before the arrows: how long it took. */
  facts?: ReactNode;
}) {
  const { node, nodes, words, onChoose, state, facts } = props;
  const at = nodes.findIndex((candidate) => candidate.id === node.id);
  const ways = [
    { icon: ChevronUp, label: words.previous, step: nodes[at - 1] },
    { icon: ChevronDown, label: words.next, step: nodes[at + 1] },
  ];
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <h2 className="min-w-0 text-lg break-words">
        <span className="font-[450] text-muted">{node.hostName} › </span>
        {node.label}
      </h2>
      {state}
      <span className="ml-auto flex items-center">
        {facts}
        {ways.map(({ icon, label, step }) => (
          <IconButton
            key={label}
            icon={icon}
            size="sm"
            label={label}
            disabled={!step}
            onClick={() => step && onChoose(step.id)}
            className="max-sm:hidden"
          />
        ))}
      </span>
    </div>
  );
}
