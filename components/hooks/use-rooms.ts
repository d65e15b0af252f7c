"use client";
import { useEffect, useEffectEvent } from "react";
import { joinRoom } from "./live-socket";

/** A rollout touches many objects at once: one question answers for all of them. */
const SETTLE_MS = 300;

/** Follows several topics; what comes close together is heard once. */
export function useRooms(rooms: readonly string[], onEvent: () => void): void {
  const heard = useEffectEvent(onEvent);
  const names = rooms.join(" ");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        heard();
      }, SETTLE_MS);
    };
    const leave = names
      .split(" ")
      .filter((room) => room !== "")
      .map((room) => joinRoom(room, { heard: soon, joined: () => undefined }));
    return () => {
      clearTimeout(timer);
      for (const end of leave) end();
    };
  }, [names]);
}
