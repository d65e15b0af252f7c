"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { useLiveState } from "@/components/hooks/use-socket";
import { LiveDot } from "@/components/ui/live-dot";
import { formatAge } from "@/lib/format/duration";
import type { KubePage } from "@/lib/schemas/kube";

/** "Live" while the server watches and news reach this browser; else how old the rows are. */
export function ListFreshness(props: { page: Pick<KubePage<unknown>, "asOf" | "stale"> }) {
  const words = useMessages().ui;
  const nowMs = useNow();
  const live = useLiveState() !== "away" && !props.page.stale;
  if (live) return <LiveDot tone="ok">{words.live}</LiveDot>;
  const { asOf } = props.page;
  if (asOf === null) return null;
  return <LiveDot tone="warn">{words.old(formatAge(nowMs - Date.parse(asOf)))}</LiveDot>;
}
