"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Rollout } from "@/lib/schemas/kube-rollout";
import { refQuery } from "./links";

const WHILE_GOING_MS = 1_500;
const WHEN_CALM_MS = 10_000;

/** How far a workload is; asked often while it moves. */
export const useRollout = (clusterId: string, ref: ObjectRef) =>
  useQuery({
    queryKey: ["rollout", clusterId, refQuery(ref)],
    queryFn: ({ signal }) =>
      api.get<Rollout>(`/clusters/${clusterId}/actions/rollout?${refQuery(ref)}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === "going" || state.data?.state === "stuck"
        ? WHILE_GOING_MS
        : WHEN_CALM_MS,
  });
