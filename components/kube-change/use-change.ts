"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { toast } from "@/components/ui/toast";
import type { ChangeInput } from "@/lib/schemas/kube-change";
import type { DialogProps } from "./wish";

/** Sends one change, says how it went and closes the dialog when it is done. */
export function useChange({ clusterId, onClose }: DialogProps) {
  const client = useQueryClient();
  const sent = useMutation({
    mutationFn: ({ input }: { input: ChangeInput; done: string }) =>
      api.post<void>(`/clusters/${clusterId}/actions`, input),
    onSuccess: (_, { done }) => {
      toast.done({ title: done });
      for (const area of ["kube", "object", "rollout"])
        void client.invalidateQueries({ queryKey: [area, clusterId] });
      onClose();
    },
  });
  return {
    send: (input: ChangeInput, done: string) => sent.mutate({ input, done }),
    busy: sent.isPending,
    problem: sent.error === null ? null : problemOf(sent.error),
  };
}
