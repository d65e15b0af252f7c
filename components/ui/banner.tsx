import type { ReactNode } from "react";
import type { Tone } from "@/lib/format/status";
import { cx } from "./cx";
import { Icon } from "./icon";
import { TONE_BORDER, TONE_SHAPE } from "./tone";
import { TONE_ICONS } from "./tone-icons";

const GROUNDS = {
  ok: "bg-ok-tint",
  warn: "bg-warn-tint",
  danger: "bg-danger-tint",
  info: "bg-info-tint",
  unknown: "bg-unknown-tint",
  live: "bg-accent-tint",
} satisfies Record<Tone, string>;

/** A line across the page about the page: the source is away, a trial is running. */
export function Banner(props: {
  tone: Tone;
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  const { tone, children, actions, className } = props;
  return (
    <div
      role="status"
      className={cx(
        "flex flex-wrap items-center gap-2.5 border-b px-6 py-2 text-sm max-lg:px-5 max-sm:px-4",
        GROUNDS[tone],
        TONE_BORDER[tone],
        className,
      )}
    >
      <Icon of={TONE_ICONS[tone]} className={TONE_SHAPE[tone]} turns={tone === "live"} />
      <span className="min-w-0 flex-1">{children}</span>
      {actions}
    </div>
  );
}
