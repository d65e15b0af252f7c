"use client";
import { GitCompareArrows } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { cx } from "@/components/ui/cx";
import { Note } from "@/components/ui/note";
import type { RulesDrift } from "@/lib/schemas/site-view-row";

/** What somebody changed on the host by hand, line by line, and what to do about it. */
export function DriftLines(props: { host: string; drift: RulesDrift }) {
  const { host, drift } = props;
  const words = useMessages().network.rules;
  return (
    <Note tone="warn" icon={GitCompareArrows} title={words.driftTitle(host)}>
      <p className="mb-2">{words.driftBody}</p>
      <pre
        tabIndex={0}
        aria-label={words.driftTitle(host)}
        className="max-h-72 overflow-auto rounded-md border border-line bg-surface py-1 text-xs leading-[19px] text-text"
      >
        {drift.lines.map(({ sign, text }, at) => (
          <div key={at} className={cx("min-w-max px-3", sign === "+" ? "bg-add-bg" : "bg-del-bg")}>
            {sign} {text}
          </div>
        ))}
      </pre>
    </Note>
  );
}
