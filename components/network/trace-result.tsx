"use client";
import {
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  type LucideIcon,
  OctagonX,
  Server,
  Shield,
  ArrowRightLeft,
} from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { ToneLabel } from "@/components/ui/status";
import type { SiteTraceAnswer, TraceStep } from "@/lib/schemas/site-view-row";
import { OriginWords } from "./origin-words";

const STEP_ICONS = {
  host: Server,
  zone: Shield,
  forward: ArrowRightLeft,
} satisfies Record<TraceStep["kind"], LucideIcon>;

/** The answer in a sentence, the way of the packet step by step, and what a real probe found. */
export function TraceResult(props: { result: SiteTraceAnswer; action: ReactNode }) {
  const { result, action } = props;
  const words = useMessages().network.trace;
  const isOpen = result.verdict === "open";
  return (
    <Card aria-live="polite" className="p-4">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <ToneLabel pill tone={isOpen ? "ok" : "unknown"} icon={isOpen ? CircleCheck : CircleX}>
            {isOpen ? words.arrives : words.refused}
          </ToneLabel>
          <p className="mt-2 text-base font-[580]">{result.sentence}</p>
          <p className="text-sm text-muted">
            {words.decides} <OriginWords origin={result.by} />
          </p>
        </div>
        {action}
      </div>
      <Proof result={result} />
      <h3 className="mt-4 mb-2 text-2xs font-[550] text-muted">{words.way}</h3>
      <ol>
        {result.path.map((step, at) => (
          <Step key={at} step={step} isLast={at === result.path.length - 1} />
        ))}
      </ol>
    </Card>
  );
}

function Proof({ result }: { result: SiteTraceAnswer }) {
  const words = useMessages().network.trace;
  const { measured, verdict } = result;
  if (measured === undefined) return null;
  if (measured === "untested")
    return (
      <Note tone="unknown" icon={CircleQuestionMark} className="mt-3" title={words.untested} />
    );
  return measured === verdict ? (
    <Note tone="ok" className="mt-3" title={words.agrees[measured]} />
  ) : (
    <Note tone="danger" icon={OctagonX} className="mt-3" title={words.differs[measured]} />
  );
}

function Step({ step, isLast }: { step: TraceStep; isLast: boolean }) {
  const words = useMessages().network.trace;
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2.5">
      <span className="flex flex-col items-center">
        <span className="grid size-6 place-items-center rounded-full border border-line-strong bg-surface">
          <Icon of={STEP_ICONS[step.kind]} size={13} className="text-muted" />
        </span>
        {!isLast && <span className="w-px flex-1 bg-line-control" />}
      </span>
      <div className="min-w-0 pb-3 text-sm">
        <p className="leading-6 font-name">{step.name}</p>
        {step.rule !== undefined && (
          <CodeBlock text={step.rule} what={words.rule} copy={false} className="mt-1" />
        )}
      </div>
    </li>
  );
}
