"use client";
import { Info, OctagonX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { TONE_SHAPE } from "@/components/ui/tone";
import { useMessages } from "@/components/hooks/use-messages";
import type { Finding, Severity } from "@/lib/schemas/finding";

const LOOKS = {
  blocker: { icon: OctagonX, tone: "danger" },
  warning: { icon: TriangleAlert, tone: "warn" },
  note: { icon: Info, tone: "info" },
} as const satisfies Record<Severity, unknown>;

/** One finding of preflight: what it is, why it matters, what to do. */
export function FindingItem(props: { finding: Finding; actions?: ReactNode }) {
  const { finding, actions } = props;
  const words = useMessages().hosts.severity;
  const look = LOOKS[finding.severity];
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)] gap-2.5 border-t border-line py-3 text-sm first:border-t-0">
      <Icon of={look.icon} className={`mt-0.5 ${TONE_SHAPE[look.tone]}`} />
      <div className="min-w-0">
        <p className="font-name break-words">
          <span className="sr-only">{words[finding.severity]}: </span>
          {finding.title}
        </p>
        <p className="mt-0.5 break-words text-muted">{finding.reason}</p>
        {finding.remedy !== "" && <p className="mt-1 break-words">{finding.remedy}</p>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </li>
  );
}

const RANK = { blocker: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/** Findings, heaviest first. */
export function FindingList(props: { findings: readonly Finding[] }) {
  const sorted = props.findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <ul>
      {sorted.map((finding) => (
        <FindingItem
          key={`${finding.id} ${finding.hostId ?? ""} ${finding.title}`}
          finding={finding}
        />
      ))}
    </ul>
  );
}
