"use client";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { joinRoom, liveState, onLiveState, type LiveEvent, type LiveState } from "./live-socket";

/** "live", "connecting" or "away". */
export const useLiveState = (): LiveState =>
  useSyncExternalStore(onLiveState, liveState, () => "connecting" as const);

/**
 * Follows one topic, such as `job:17` or `hosts`, while the component is on the page; null follows
 * nothing. `onJoin` runs whenever the panel begins to send (also after a reconnect): ask over HTTP for
 * what happened before.
 */
export function useRoom(
  room: string | null,
  onEvent: (event: LiveEvent) => void,
  onJoin?: () => void,
): void {
  const heard = useEffectEvent(onEvent);
  const joined = useEffectEvent(() => onJoin?.());
  useEffect(
    () =>
      room === null
        ? undefined
        : joinRoom(room, { heard: (event) => heard(event), joined: () => joined() }),
    [room],
  );
}
