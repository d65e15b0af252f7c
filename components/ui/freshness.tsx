"use client";
import { useNow } from "@/components/hooks/use-now";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { formatAge } from "@/lib/format/duration";
import { cx } from "./cx";

const LIVE_WITHIN_MS = 2_000;

/** "Live" within 2 s of the last answer, else its age in warn. */
export function Freshness(props: { readAtMs: number; className?: string }) {
  const words = useBaseMessages().ui;
  const ageMs = useNow() - props.readAtMs;
  const live = ageMs <= LIVE_WITHIN_MS;
  return (
    <LiveDot
      tone={live ? "ok" : "warn"}
      {...(props.className ? { className: props.className } : {})}
    >
      {live ? words.live : words.old(formatAge(ageMs))}
    </LiveDot>
  );
}

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
