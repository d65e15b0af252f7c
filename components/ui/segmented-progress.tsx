import type { Tone } from "@/lib/format/status";
import { cx } from "./cx";
import { TONE_FILL } from "./tone";

export interface ProgressPart {
  readonly tone: Tone | "rest";
  readonly count: number;
  /** "27 done" */
  readonly label: string;
}

/** Many steps as one bar: done, changing, failed, rest. The words are its description. */
export function SegmentedProgress(props: { parts: readonly ProgressPart[]; className?: string }) {
  const parts = props.parts.filter((part) => part.count > 0);
  if (parts.length === 0) return null;
  return (
    <div
      role="img"
      aria-label={parts.map((part) => part.label).join(", ")}
      className={cx("flex h-1 gap-px", props.className)}
    >
      {parts.map((part) => (
        <span
          key={part.label}
          style={{ flexGrow: part.count }}
          className={cx(
            "basis-0 transition-[flex-grow] duration-(--slow) first:rounded-l-full last:rounded-r-full",
            part.tone === "rest" ? "bg-line" : TONE_FILL[part.tone],
          )}
        />
      ))}
    </div>
  );
}
