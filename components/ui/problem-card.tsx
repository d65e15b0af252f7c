"use client";
import { OctagonX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import type { Problem } from "@/lib/core/problem";
import { PROBLEMS } from "@/lib/core/problems";
import { Card } from "./card";
import { cx } from "./cx";
import { Icon } from "./icon";

/** A problem as users see it: one sentence, what one can do, likeliest first, and the proof. */
export function ProblemCard(props: {
  problem: Problem;
  tone?: "danger" | "warn";
  /** Buttons: "Try now", "Preview". */
  actions?: ReactNode;
  /** Inside another card: no frame of its own. */
  bare?: boolean;
  className?: string;
}) {
  const { problem, tone = "danger", actions, bare = false, className } = props;
  const { evidence, remedies } = problem;
  const content = (
    <div className="flex gap-3">
      <Icon
        of={tone === "danger" ? OctagonX : TriangleAlert}
        className={cx("mt-[3px]", tone === "danger" ? "text-danger-solid" : "text-warn-solid")}
      />
      <div className="grid min-w-0 flex-1 gap-3 text-sm">
        <div>
          <p className="text-2xs font-[550] text-muted">{PROBLEMS[problem.code].title}</p>
          <p className="text-base font-[580] break-words">{problem.detail}</p>
        </div>
        {evidence && <Evidence {...evidence} />}
        {remedies.length > 0 && <Remedies remedies={remedies} />}
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
  if (bare) return <div className={cx("p-4", className)}>{content}</div>;
  return (
    <Card tone={tone} className={cx("p-4", className)} role="alert">
      {content}
    </Card>
  );
}

function Remedies(props: { remedies: readonly string[] }) {
  const words = useBaseMessages().ui;
  return (
    <div>
      {props.remedies.length > 1 && (
        <p className="mb-1 text-2xs font-[550] text-muted">{words.whatYouCanDo}</p>
      )}
      <ol className="grid gap-1">
        {props.remedies.map((remedy, index) => (
          <li key={remedy} className="flex gap-2 text-muted">
            {props.remedies.length > 1 && <span className="num text-subtle">{index + 1}</span>}
            <span className="min-w-0 break-words text-text">{remedy}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Evidence(props: NonNullable<Problem["evidence"]>) {
  const words = useBaseMessages().ui;
  return (
    <figure className="min-w-0 rounded-md border border-line bg-sunken">
      <figcaption className="flex flex-wrap justify-between gap-x-3 border-b border-line px-3 py-1.5 text-xs text-muted">
        <code className="min-w-0 break-all text-text">{props.command}</code>
        <span className="num">{words.exitCode(props.exitCode)}</span>
      </figcaption>
      {props.tail.length > 0 && (
        <pre
          tabIndex={0}
          aria-label={words.evidence}
          className="max-h-48 overflow-auto px-3 py-2 text-xs leading-[19px] whitespace-pre-wrap text-danger"
        >
          {props.tail.join("\n")}
        </pre>
      )}
    </figure>
  );
}
