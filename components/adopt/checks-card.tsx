"use client";
import { CircleCheck, LoaderCircle, OctagonX, RefreshCw, TriangleAlert } from "lucide-react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { clusterHref } from "@/components/cluster/cluster-links";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { CHECKS, type CheckLine, type CheckName } from "@/lib/schemas/adopt";
import type { Checks } from "./use-checks";

const LOOKS = {
  pass: { icon: CircleCheck, className: "text-ok-solid" },
  warn: { icon: TriangleAlert, className: "text-warn-solid" },
  fail: { icon: OctagonX, className: "text-danger-solid" },
} as const;

/** What was found out before anything is stored, line by line. */
export function ChecksCard(props: { checks: Checks; onCheck: () => void; disabled: boolean }) {
  const { checks, onCheck, disabled } = props;
  const { lines, run } = checks;
  const words = useMessages().adopt;
  const isBegun = lines.length > 0 || run.isPending;
  const next = run.isPending ? nextCheck(lines) : undefined;
  return (
    <Card>
      <CardHead
        title={words.checksTitle}
        end={
          <Button
            look={run.data?.isUsable ? "secondary" : "primary"}
            size="sm"
            icon={RefreshCw}
            busy={run.isPending}
            disabled={disabled}
            onClick={onCheck}
          >
            {isBegun ? words.checkAgain : words.check}
          </Button>
        }
      />
      <CardBody className="grid gap-3">
        {!isBegun && <p className="text-sm text-muted">{words.checksBefore}</p>}
        {run.error && <ProblemCard bare problem={problemOf(run.error)} className="p-0" />}
        {isBegun && (
          <ul aria-label={words.checksTitle} aria-live="polite" className="grid gap-3 text-sm">
            {lines.map((line) => (
              <Line key={line.check} line={line} />
            ))}
            {next !== undefined && (
              <li className="flex gap-2.5 text-muted">
                <Icon of={LoaderCircle} turns className="mt-0.5" />
                {words.checking(words.checks[next])}
              </li>
            )}
          </ul>
        )}
        {run.data?.isWhole === false && <Note tone="danger" title={words.broken} />}
      </CardBody>
    </Card>
  );
}

/** Checks come in this order. */
const nextCheck = (lines: readonly CheckLine[]): CheckName | undefined => {
  const last = lines.at(-1)?.check;
  return CHECKS[last === undefined ? 0 : CHECKS.indexOf(last) + 1];
};

function Line({ line }: { line: CheckLine }) {
  const words = useMessages().adopt;
  const { check, state, detail, remedies, copy, clusterId } = line;
  const { icon, className } = LOOKS[state];
  return (
    <li className="flex min-w-0 gap-2.5">
      <Icon of={icon} className={`mt-0.5 ${className}`} />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p className="break-words">
          <span className="font-name">{words.checks[check]}</span>{" "}
          <span className="sr-only">{words.states[state]}</span>
          <span className={state === "pass" ? "text-muted" : undefined}>{detail}</span>
        </p>
        {remedies.map((remedy) => (
          <p key={remedy} className="break-words text-muted">
            {remedy}
          </p>
        ))}
        {copy !== null && (
          <CodeBlock className="max-h-56 overflow-y-auto" text={copy} what={words.grantName} />
        )}
        {clusterId !== null && (
          <ButtonLink size="sm" href={clusterHref(clusterId)} className="justify-self-start">
            {words.open}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}
