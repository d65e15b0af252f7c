"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useNow } from "@/components/hooks/use-now";

/** "3 min ago", growing while one looks; the exact time on hover. `at` is ISO 8601. */
export function Ago(props: { at: string; className?: string }) {
  const format = useFormat();
  const nowMs = useNow(10_000);
  const atMs = Date.parse(props.at);
  return (
    <time
      dateTime={props.at}
      title={format.dateTime(atMs, nowMs)}
      {...(props.className ? { className: props.className } : {})}
      suppressHydrationWarning
    >
      {format.relative(atMs, nowMs)}
    </time>
  );
}
