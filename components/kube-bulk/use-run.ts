"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "@/components/hooks/api";
import type { BulkInput, BulkProgress } from "@/lib/schemas/kube-bulk";

const WHILE_RUNNING_MS = 500;

/** One change of many objects: starts it, follows it, stops it, and tries again what failed. */
export function useRun(clusterId: string) {
  const client = useQueryClient();
  const path = `/clusters/${clusterId}/bulk`;
  const [sent, setSent] = useState<{ readonly id: string; readonly input: BulkInput } | null>(null);
  const start = useMutation({
    mutationFn: async (input: BulkInput) => {
      const begun = await api.post<BulkProgress>(path, input);
      client.setQueryData(["bulk", clusterId, begun.id], begun);
      setSent({ id: begun.id, input });
    },
  });
  const follow = useQuery({
    queryKey: ["bulk", clusterId, sent?.id],
    queryFn: ({ signal }) => api.get<BulkProgress>(`${path}?run=${sent?.id ?? ""}`, { signal }),
    enabled: sent !== null,
    refetchInterval: ({ state }) => (state.data?.running === false ? false : WHILE_RUNNING_MS),
  });
  const stop = useMutation({
    mutationFn: () => api.delete(`${path}?run=${sent?.id ?? ""}`),
    onSettled: () => void follow.refetch(),
  });
  const progress = sent === null ? undefined : follow.data;
  const ended = progress?.running === false;
  useEffect(() => {
    if (!ended) return;
    for (const area of ["kube", "object", "rollout", "selection"])
      void client.invalidateQueries({ queryKey: [area, clusterId] });
  }, [ended, client, clusterId]);
  return {
    progress,
    input: sent?.input,
    start: (input: BulkInput) => start.mutate(input),
    starting: start.isPending,
    error: start.error ?? follow.error ?? stop.error,
    stop: () => stop.mutate(),
    stopping: stop.isPending,
    forget: () => {
      setSent(null);
      start.reset();
    },
  };
}
export type Run = ReturnType<typeof useRun>;
