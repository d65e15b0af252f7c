"use client";
import { useEffect, useState } from "react";
import { liveAwaySinceMs } from "@/components/hooks/live-socket";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useLiveState } from "@/components/hooks/use-socket";
import { Banner } from "@/components/ui/banner";
import { formatAge } from "@/lib/format/duration";

const PATIENCE_MS = 10_000;

/** Says so when the panel has been away for 10 s; a short break is only told in the top bar. */
export function AwayBanner() {
  const m = useBaseMessages().shell;
  const state = useLiveState();
  const ageMs = useAwayMs(state === "away");
  if (ageMs < PATIENCE_MS) return null;
  return <Banner tone="warn">{m.awayBanner(formatAge(ageMs))}</Banner>;
}

function useAwayMs(away: boolean): number {
  const [ageMs, setAgeMs] = useState(0);
  useEffect(() => {
    if (!away) return;
    const read = () => setAgeMs(Date.now() - (liveAwaySinceMs() ?? Date.now()));
    const timer = setInterval(read, 1_000);
    return () => {
      clearInterval(timer);
      setAgeMs(0);
    };
  }, [away]);
  return ageMs;
}
