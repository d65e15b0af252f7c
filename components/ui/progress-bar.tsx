import type { Tone } from "@/lib/format/status";
import { cx } from "./cx";
import { TONE_FILL } from "./tone";

/** How far one thing is. `ratio` from 0 to 1; null when nobody knows. */
export function ProgressBar(props: {
  label: string;
  ratio: number | null;
  tone?: Tone;
  className?: string;
}) {
  const { label, ratio, tone = "live", className } = props;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(ratio === null ? {} : { "aria-valuenow": Math.round(ratio * 100) })}
      className={cx("h-1 overflow-hidden rounded-full bg-line-strong", className)}
    >
      <span
        className={cx(
          "block h-full rounded-full",
          TONE_FILL[tone],
          ratio === null && "animate-pulse",
        )}
        style={{ width: `${(ratio ?? 1) * 100}%` }}
      />
    </div>
  );
}
