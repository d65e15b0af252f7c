"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { toast } from "@/components/ui/toast";

/** Cancel, and resume (which is retry): with steps to skip and why. */
export function useJobActs(jobId: string) {
  const words = useMessages().jobs;
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["jobs"] });
  const onError = (error: Error) =>
    toast.failed({ title: words.actionFailed, body: problemOf(error).detail, id: "job-act" });
  const cancel = useMutation({
    mutationFn: () => api.post<unknown>(`/jobs/${jobId}/cancel`),
    onSuccess,
    onError,
  });
  const resume = useMutation({
    mutationFn: (skips: Readonly<Record<string, string>>) =>
      api.post<unknown>(`/jobs/${jobId}/resume`, { skips }),
    onSuccess,
    onError,
  });
  return { cancel, resume };
}

export type JobActs = ReturnType<typeof useJobActs>;
