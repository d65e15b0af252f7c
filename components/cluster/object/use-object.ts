"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { useRooms } from "@/components/hooks/use-rooms";
import { refQuery } from "@/components/kube-change/links";
import type { ObjectDetail, ObjectRef } from "@/lib/schemas/kube-object";

/** Figures of use change without an event. */
const ASK_EVERY_MS = 15_000;

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
