"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useRoom } from "@/components/hooks/use-socket";
import { toast } from "@/components/ui/toast";
import type { JobAnswer } from "@/lib/schemas/job";

/** While a job holds the site it is asked this often: a trial lasts a minute and a half. */
const EVERY_MS = 2_000;

/** The job that holds a site now, for its trial; nothing while there is none. */
export function useTrialJob(jobId: string | null) {
  const client = useQueryClient();
  const key = ["jobs", jobId, "trial"];
  useRoom(jobId === null ? null : `job:${jobId}`, () => {
    void client.invalidateQueries({ queryKey: key });
  });
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<JobAnswer>(`/jobs/${jobId}`, { signal }),
    enabled: jobId !== null,
    refetchInterval: EVERY_MS,
  });
}

/** The person's word: keep the rules that are on trial, or go back to the old ones now. */
export function useKeepRules(jobId: string) {
  const words = useMessages().network.trial;
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keep: boolean) => api.post<unknown>(`/jobs/${jobId}/keep-rules`, { keep }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs", jobId] }),
    onError: (error) =>
      toast.failed({ title: words.failed, body: problemOf(error).detail, id: "keep-rules" }),
  });
}
