"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useNow } from "@/components/hooks/use-now";

/** How long ago something was created: "41 d". Grows by itself; the moment itself on hover. */
export function AgeCell(props: { at: string }) {
  const format = useFormat();
  const nowMs = useNow(10_000);
  const atMs = Date.parse(props.at);
  if (Number.isNaN(atMs)) return null;
  return (
    <time
      dateTime={props.at}
      title={format.dateTime(atMs, nowMs)}
      className="num text-muted"
      suppressHydrationWarning
    >
      {format.age(nowMs - atMs)}
    </time>
  );
}
