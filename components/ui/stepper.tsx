"use client";
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "./cx";
import { Icon } from "./icon";

export interface StepperStep {
  readonly id: string;
  readonly title: string;
  /** What was chosen, or what the step is about. */
  readonly note?: string;
  readonly done: boolean;
}

/** A wizard's steps at the left, with what was chosen; any step that was done can be opened again. */
export function Stepper(props: {
  steps: readonly StepperStep[];
  current: string;
  onOpen: (id: string) => void;
  className?: string;
}) {
  const words = useBaseMessages().ui;
  const list = useRef<HTMLOListElement>(null);
  const at = props.steps.findIndex((step) => step.id === props.current);
  // On a phone the steps stand in one line that is wider than the screen.
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [at]);
  return (
    <nav aria-label={words.stepsLabel} className={props.className}>
      <ol ref={list} className="grid gap-0.5 text-sm max-md:flex max-md:overflow-x-auto">
        {props.steps.map((step, index) => (
          <li key={step.id} className="max-md:shrink-0">
            <button
              type="button"
              disabled={!step.done && step.id !== props.current}
              onClick={() => props.onOpen(step.id)}
              {...(step.id === props.current ? { "aria-current": "step" as const } : {})}
              className="group grid w-full grid-cols-[22px_1fr] gap-2.5 rounded-md px-2 py-[7px] text-left text-muted enabled:hover:bg-hover aria-[current=step]:bg-selected! aria-[current=step]:font-[560] aria-[current=step]:text-text"
            >
              <span
                className={cx(
                  "grid size-[22px] place-items-center rounded-full text-[11px] font-semibold",
                  "group-aria-[current=step]:bg-accent-solid group-aria-[current=step]:text-on-accent group-aria-[current=step]:inset-ring-0",
                  step.done && step.id !== props.current
                    ? "bg-ok-tint text-ok"
                    : "text-muted inset-ring-[1.5px] inset-ring-line-control",
                )}
              >
                {step.done && step.id !== props.current ? <Icon of={Check} size={14} /> : index + 1}
              </span>
              <span className="min-w-0">
                {step.title}
                {step.done && <span className="sr-only"> {words.stepDone}</span>}
                {step.note !== undefined && (
                  <span className="block text-xs font-meta text-muted max-md:hidden">
                    {step.note}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
