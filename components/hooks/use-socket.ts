"use client";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { joinRoom, liveState, onLiveState, type LiveEvent, type LiveState } from "./live-socket";

/** "live", "connecting" or "away". */
export const useLiveState = (): LiveState =>
  useSyncExternalStore(onLiveState, liveState, () => "connecting" as const);

/**
 * Hears one room, such as `job:17`, while the component is on the page; null hears nothing.
 * `onJoin` runs on every (re)connection: ask over HTTP for what was missed.
 */
export function useRoom(
  room: string | null,
  onEvent: (event: LiveEvent) => void,
  onJoin?: () => void,
): void {
  const state = useLiveState();
  const heard = useEffectEvent(onEvent);
  const joined = useEffectEvent(() => onJoin?.());
  useEffect(() => (room === null ? undefined : joinRoom(room, heard)), [room]);
  useEffect(() => {
    if (room !== null && state === "live") joined();
  }, [room, state]);
}
