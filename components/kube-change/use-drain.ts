import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import type { DrainAnswer, DrainInput, DrainProgress } from "@/lib/schemas/kube-drain";

const WHILE_RUNNING_MS = 1_000;

/** What a drain would do, how the one that runs goes, and the ways to start and end it. */
export function useDrain(clusterId: string, node: string) {
  const client = useQueryClient();
  const key = ["drain", clusterId, node];
  const path = `/clusters/${clusterId}/drain`;
  const query = `?${new URLSearchParams({ node }).toString()}`;
  const read = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<DrainAnswer>(path + query, { signal }),
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.progress?.state === "running" ? WHILE_RUNNING_MS : false,
  });
  // Shown at once: until it is read again nobody could press the button a second time.
  const show = (progress: DrainProgress) =>
    client.setQueryData<DrainAnswer>(key, (known) => known && { ...known, progress });
  const start = useMutation({
    mutationFn: (input: DrainInput) => api.post<DrainProgress>(path, input),
    onSuccess: show,
  });
  const cancel = useMutation({
    mutationFn: () => api.delete(path + query),
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  });
  const { seen, forget } = useSeenRunning(read.data?.progress ?? null);
  // Progress that was seen stays while it cannot be read.
  const failure = start.error ?? cancel.error ?? (read.data === undefined ? read.error : null);
  return {
    answer: read.data,
    readAtMs: read.dataUpdatedAt,
    problem: failure === null ? null : problemOf(failure),
    followed: seen || start.isSuccess ? (read.data?.progress ?? null) : null,
    starting: start.isPending,
    start: (input: DrainInput) => start.mutate(input),
    cancelling: cancel.isPending,
    cancel: () => cancel.mutate(),
    askAgain: () => {
      start.reset();
      forget();
    },
  };
}

/** How it ended is shown to whoever saw it run, also when they did not start it. */
function useSeenRunning(progress: DrainProgress | null) {
  const [seen, setSeen] = useState(false);
  if (progress?.state === "running" && !seen) setSeen(true);
  return { seen, forget: () => setSeen(false) };
}
