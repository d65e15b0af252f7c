"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { api } from "@/components/hooks/api";
import { joinRoom } from "@/components/hooks/live-socket";
import { refQuery } from "@/components/kube-change/links";
import type { ObjectDetail, ObjectRef } from "@/lib/schemas/kube-object";

/** Figures of use change without an event. */
const ASK_EVERY_MS = 15_000;
/** A rollout touches many objects at once: one question answers for all of them. */
const SETTLE_MS = 300;

/** One object with all that belongs to it, asked again when any of those kinds changes. */
export function useObject(clusterId: string, ref: ObjectRef) {
  const client = useQueryClient();
  const key = ["object", clusterId, refQuery(ref)];
  const object = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<ObjectDetail>(`/clusters/${clusterId}/objects?${refQuery(ref)}`, { signal }),
    staleTime: 0,
    refetchInterval: ASK_EVERY_MS,
  });
  const rooms = object.data?.follows.map((kind) => `kube:${clusterId}:${kind}`) ?? [];
  useRooms(rooms, () => void client.invalidateQueries({ queryKey: key }));
  return object;
}

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
