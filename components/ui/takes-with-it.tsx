import {
  CircleCheck,
  CircleQuestionMark,
  OctagonX,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import { Icon } from "./icon";
import { ToneLabel } from "./status";

/** One thing that a destructive action touches, with a verdict in a word or two. */
export interface Consequence {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail?: string;
  readonly verdict: string;
  readonly tone: "ok" | "warn" | "danger" | "unknown";
}

const VERDICT_ICONS = {
  ok: CircleCheck,
  warn: TriangleAlert,
  danger: OctagonX,
  unknown: CircleQuestionMark,
} satisfies Record<Consequence["tone"], LucideIcon>;

/** The list of consequences: pods, sites, volumes, quorum. */
export function TakesWithIt(props: { title: string; consequences: readonly Consequence[] }) {
  return (
    <div>
      <h3 className="mb-1.5 text-2xs font-[550] tracking-[0.01em] text-muted">{props.title}</h3>
      <ul className="rounded-lg border border-line">
        {props.consequences.map((item) => (
          <li
            key={item.title}
            className="flex items-center gap-3 border-t border-line px-3 py-2.5 first:border-t-0"
          >
            <Icon of={item.icon} className="mt-0.5 self-start text-muted" />
            <span className="min-w-0 flex-1 text-sm">
              <span className="font-[560]">{item.title}</span>
              {item.detail !== undefined && (
                <span className="block text-xs text-muted">{item.detail}</span>
              )}
            </span>
            <ToneLabel tone={item.tone} icon={VERDICT_ICONS[item.tone]}>
              {item.verdict}
            </ToneLabel>
          </li>
        ))}
      </ul>
    </div>
  );
}
