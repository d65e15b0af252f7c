import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "@/lib/format/status";
import { Card } from "./card";
import { cx } from "./cx";
import { Icon } from "./icon";
import { TONE_SHAPE, TONE_TEXT } from "./tone";

/** One figure with its name and a few words of meaning. */
export interface Stat {
  readonly id: string;
  readonly label: ReactNode;
  readonly figure: ReactNode;
  readonly detail?: ReactNode;
  readonly icon?: LucideIcon;
  readonly tone?: Tone;
}

const COLUMNS: Record<number, string> = {
  2: "grid-cols-2",
  3: "grid-cols-3",
  4: "grid-cols-4",
  5: "grid-cols-5",
};

/** Two to five figures in one card; two columns on a phone. */
export function StatRow(props: { stats: readonly Stat[]; className?: string }) {
  const { stats, className } = props;
  return (
    <Card className={cx("mb-4 overflow-hidden", className)}>
      <dl
        className={cx(
          "-mt-px -ml-px grid max-md:grid-cols-3 max-sm:grid-cols-2",
          COLUMNS[stats.length] ?? "grid-cols-5",
        )}
      >
        {stats.map((stat) => (
          <div
            key={stat.id}
            className="min-w-0 border-t border-l border-line px-4 py-[11px] max-sm:[&:last-child:nth-child(odd)]:col-span-2"
          >
            <dt
              className={cx(
                "flex items-center gap-1.5 text-xs",
                stat.tone ? `font-[520] ${TONE_TEXT[stat.tone]}` : "text-muted",
              )}
            >
              {stat.icon && (
                <Icon
                  of={stat.icon}
                  size={15}
                  {...(stat.tone ? { className: TONE_SHAPE[stat.tone] } : {})}
                />
              )}
              {stat.label}
            </dt>
            <dd className="num mt-0.5 flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
              <span className="text-xl leading-7 font-semibold tracking-[-0.015em] whitespace-nowrap text-text">
                {stat.figure}
              </span>
              {stat.detail !== undefined && <span>{stat.detail}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
