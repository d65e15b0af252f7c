"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import type { ClusterHealth } from "@/lib/schemas/kube";

const MEASURE_EVERY_MS = 30_000;

/**
 * Measured by the panel when it is asked, and again every half minute while one looks. Give `isAway` where a list
 * says that the API went away or came back: figures from before it must not stand beside that.
 */
export const useHealth = (clusterId: string, isAway = false) =>
  useQuery({
    queryKey: ["cluster-health", clusterId, isAway],
    staleTime: 0,
    queryFn: ({ signal }) => api.get<ClusterHealth>(`/clusters/${clusterId}/health`, { signal }),
    refetchInterval: MEASURE_EVERY_MS,
  });
