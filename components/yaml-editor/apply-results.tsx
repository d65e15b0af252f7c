"use client";
import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  Diff,
  OctagonX,
  Plus,
  UserRoundX,
  type LucideIcon,
} from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { DiffView } from "@/components/ui/diff-view";
import { ToneLabel } from "@/components/ui/status";
import type { Problem } from "@/lib/core/problem";
import type { Tone } from "@/lib/format/status";
import type { ApplyOutcome, ApplyReport, ApplyResult } from "@/lib/schemas/kube-change";

const LOOKS = {
  create: { tone: "info", icon: Plus },
  change: { tone: "info", icon: Diff },
  same: { tone: "ok", icon: CircleCheck },
  later: { tone: "unknown", icon: CircleDashed },
  conflict: { tone: "warn", icon: UserRoundX },
  failed: { tone: "danger", icon: OctagonX },
  "not-tried": { tone: "unknown", icon: CircleMinus },
} satisfies Record<ApplyOutcome, { tone: Tone; icon: LucideIcon }>;

const lookOf = (outcome: ApplyOutcome, dryRun: boolean) =>
  !dryRun && (outcome === "create" || outcome === "change")
    ? ({ tone: "ok", icon: CircleCheck } as const)
    : LOOKS[outcome];

/** What happened, or would happen, to each object; nothing is left out. */
export function ApplyResults(props: { report: ApplyReport }) {
  const { report } = props;
  return (
    <ul className="rounded-lg border border-line bg-surface">
      {report.results.map((result) => (
        <ResultLine key={result.number} result={result} dryRun={report.dryRun} />
      ))}
    </ul>
  );
}

function ResultLine(props: { result: ApplyResult; dryRun: boolean }) {
  const { result, dryRun } = props;
  const m = useMessages();
  const words = m.changes.yaml;
  const [open, setOpen] = useState(false);
  const { kind, namespace, name, outcome, problem, before, after } = result;
  const look = lookOf(outcome, dryRun);
  const hasDiff = before !== null && after !== null && outcome === "change";
  return (
    <li className="grid gap-2 border-t border-line px-3 py-2.5 text-sm first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 break-words">
          <span className="text-muted">{kind}</span> <b className="font-name">{name}</b>
          {namespace !== "" && <span className="text-muted"> {namespace}</span>}
        </span>
        {hasDiff && (
          <Button size="sm" look="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? m.ui.hide : m.ui.show}
          </Button>
        )}
        <ToneLabel {...look}>{words.outcomes[outcome][dryRun ? 0 : 1]}</ToneLabel>
      </div>
      {problem && <Refusal problem={problem} />}
      {open && hasDiff && <DiffView before={before} after={after} name={name} />}
    </li>
  );
}

function Refusal(props: { problem: Problem }) {
  const { detail, remedies } = props.problem;
  return (
    <div className="text-sm text-danger">
      <p className="break-words">{detail}</p>
      {remedies.map((remedy) => (
        <p key={remedy} className="text-muted">
          {remedy}
        </p>
      ))}
    </div>
  );
}
