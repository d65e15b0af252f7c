"use client";
import { cx } from "./cx";

/** A small dot with its word: the one place where a dot is enough. */
export function LiveDot(props: {
  tone: "ok" | "warn" | "unknown";
  children: string;
  className?: string;
}) {
  const { tone, children, className } = props;
  const dot = { ok: "bg-ok-solid", warn: "bg-warn-solid", unknown: "bg-unknown-solid" }[tone];
  return (
    <span
      className={cx(
        "num inline-flex items-center gap-1.5 text-xs font-meta whitespace-nowrap",
        tone === "warn" ? "text-warn" : "text-muted",
        className,
      )}
    >
      <span className={cx("size-1.5 rounded-full", dot)} />
      {children}
    </span>
  );
}
