"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import type { ApplyInput, ApplyReport } from "@/lib/schemas/kube-change";

/** Tries or applies a text. What is wrong with it is in the report, with its lines. */
export function useApply(clusterId: string) {
  const client = useQueryClient();
  const sent = useMutation({
    mutationFn: (input: ApplyInput) => api.post<ApplyReport>(`/clusters/${clusterId}/apply`, input),
    onSuccess: ({ dryRun }) => {
      if (!dryRun)
        for (const area of ["kube", "object", "rollout"])
          void client.invalidateQueries({ queryKey: [area, clusterId] });
    },
  });
  return {
    send: sent.mutateAsync,
    busy: sent.isPending,
    report: sent.data,
    problem: sent.error === null ? null : problemOf(sent.error),
    reset: sent.reset,
  };
}

/** Lines of the text and what the report says of them. */
export const marksOfReport = (report: ApplyReport | undefined) =>
  report === undefined
    ? []
    : [
        ...report.textProblems.map(({ line, detail }) => ({ line, text: detail })),
        ...report.results.flatMap(({ marks }) => marks),
      ];
