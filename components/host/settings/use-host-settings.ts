"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { api } from "@/components/hooks/api";
import { PLACES } from "@/components/shell/places";
import type { HostSettingsAnswer } from "@/lib/schemas/host-settings-now";
import type { JobRow } from "@/lib/schemas/job";
import type { HostOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";

/** It goes to the host: read once, and again only when asked. */
const ONCE = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

/** How a host is set up, as it tells now. */
export const useHostSettings = (hostId: string) =>
  useQuery({
    queryKey: ["host-settings", hostId],
    queryFn: async ({ signal }) =>
      (await api.get<HostSettingsAnswer>(`/hosts/${hostId}/settings`, { signal })).settings,
    ...ONCE,
  });

/** A dry run of an operation on hosts. */
export const useHostPlan = (hostId: string, operation: HostOperation) =>
  useQuery({
    queryKey: ["plan", hostId, operation],
    queryFn: ({ signal }) => api.post<PlanView>(`/hosts/${hostId}/plan`, { operation }, { signal }),
    ...ONCE,
  });

/** Starts the job and goes to it. */
export function useStartHostJob(hostId: string) {
  const router = useRouter();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (operation: HostOperation) =>
      api.post<{ job: JobRow }>(`/hosts/${hostId}/jobs`, { operation }),
    onSuccess: ({ job }) => {
      void client.invalidateQueries({ queryKey: ["jobs"] });
      router.push(`${PLACES.jobs}/${job.id}`);
    },
  });
}
