import { cx } from "./cx";

/** Used against the whole, with a tick for what is asked or needed. Ratios of the whole, may exceed 1. */
export function Meter(props: {
  /** Said instead of the picture: "Memory: 47 % used, 63 % requested". */
  label: string;
  used: number;
  needs?: number;
  tone?: "usage" | "warn" | "danger";
  size?: "sm" | "md";
  className?: string;
}) {
  const { label, used, needs, tone = toneOf(used), size = "sm", className } = props;
  return (
    <span
      role="img"
      aria-label={label}
      className={cx(
        "relative inline-block shrink-0 rounded-[3px] bg-line-strong align-[2px]",
        size === "sm" ? "h-[5px] w-16" : "h-1.5 w-full",
        className,
      )}
    >
      <span
        className={cx("block h-full rounded-[3px]", FILLS[tone])}
        style={{ width: percent(used) }}
      />
      {needs !== undefined && (
        <span
          className="absolute -top-[3px] -bottom-[3px] w-0.5 rounded-[1px] bg-text"
          style={{ left: percent(needs) }}
        />
      )}
    </span>
  );
}

const FILLS = { usage: "bg-c1", warn: "bg-warn-solid", danger: "bg-danger-solid" };

const percent = (ratio: number) => `${Math.min(1, Math.max(0, ratio)) * 100}%`;

function toneOf(used: number) {
  if (used > 1) return "danger";
  return used >= 0.85 ? "warn" : "usage";
}
