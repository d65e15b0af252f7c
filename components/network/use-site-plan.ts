"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { api } from "@/components/hooks/api";
import { PLACES } from "@/components/shell/places";
import type { JobRow } from "@/lib/schemas/job";
import type { SiteOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";

/** A dry run on every host of the site. Read once, and again only when asked. */
export const useSitePlan = (operation: SiteOperation) =>
  useQuery({
    queryKey: ["plan", operation],
    queryFn: ({ signal }) =>
      api.post<PlanView>(`/sites/${operation.siteId}/plan`, { operation }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Starts the job and goes to it. */
export function useStartSiteJob(siteId: string) {
  const router = useRouter();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (operation: SiteOperation) =>
      api.post<{ job: JobRow }>(`/sites/${siteId}/jobs`, { operation }),
    onSuccess: ({ job }) => {
      void client.invalidateQueries({ queryKey: ["jobs"] });
      void client.invalidateQueries({ queryKey: ["sites"] });
      router.push(`${PLACES.jobs}/${job.id}`);
    },
  });
}
