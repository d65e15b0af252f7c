"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import type { ClusterHealth } from "@/lib/schemas/kube";

const MEASURE_EVERY_MS = 30_000;

/** Measured by the panel when it is asked, and again every half minute while one looks. */
export const useHealth = (clusterId: string) =>
  useQuery({
    queryKey: ["cluster-health", clusterId],
    queryFn: ({ signal }) => api.get<ClusterHealth>(`/clusters/${clusterId}/health`, { signal }),
    refetchInterval: MEASURE_EVERY_MS,
  });
