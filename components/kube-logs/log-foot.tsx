"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { useLiveState } from "@/components/hooks/use-socket";
import { LiveDot } from "@/components/ui/live-dot";
import type { LogState } from "@/lib/schemas/kube-log";
import { MOST_LINES, type LogPicture } from "./log-reader";

/** The least well of several: what one should know first. */
const URGENCY = ["reconnecting", "waiting", "opening", "ended", "live"] as const;

const TONES = {
  opening: "unknown",
  live: "ok",
  waiting: "warn",
  reconnecting: "warn",
  ended: "unknown",
} as const satisfies Record<LogState["state"], "ok" | "warn" | "unknown">;

const detailOf = (state: LogState): string => {
  if (state.state === "reconnecting") return state.problem.detail;
  return "detail" in state ? state.detail : "";
};

/** Whether lines come, why not, and what is missing. */
export function LogFoot({ picture }: { picture: LogPicture }) {
  const m = useMessages();
  const words = m.kubeLogs;
  const live = useLiveState();
  const { states, lines, missed } = picture;
  const worst = URGENCY.map((state) => states.find((each) => each.state === state)).find(Boolean);
  const state = worst ?? { state: "opening" as const };
  return (
    <>
      {live === "away" ? (
        <LiveDot tone="warn">{m.jobs.log.away}</LiveDot>
      ) : (
        <LiveDot tone={TONES[state.state]}>{words.states[state.state]}</LiveDot>
      )}
      <span>{words.lines(lines.length)}</span>
      {detailOf(state) !== "" && <span role="status">{detailOf(state)}</span>}
      {missed > 0 && <span role="status">{words.missed(missed)}</span>}
      {lines.length >= MOST_LINES && <span>{words.kept(MOST_LINES)}</span>}
    </>
  );
}
