"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { api } from "@/components/hooks/api";
import type { JobRow } from "@/lib/schemas/job";
import type { ClusterOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";

/** A dry run of the operation. Read once, and again only when asked: it goes to every host. */
export const usePlan = (clusterId: string, operation: ClusterOperation) =>
  useQuery({
    queryKey: ["plan", clusterId, operation],
    queryFn: ({ signal }) =>
      api.post<PlanView>(`/clusters/${clusterId}/plan`, { operation }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Starts the job and goes to it. */
export function useStartJob(clusterId: string) {
  const router = useRouter();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (operation: ClusterOperation) =>
      api.post<{ job: JobRow }>(`/clusters/${clusterId}/jobs`, { operation }),
    onSuccess: ({ job }) => {
      void client.invalidateQueries({ queryKey: ["jobs"] });
      void client.invalidateQueries({ queryKey: ["clusters"] });
      router.push(`/jobs/${job.id}`);
    },
  });
}
