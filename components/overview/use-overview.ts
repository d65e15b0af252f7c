"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useRoom } from "@/components/hooks/use-socket";
import { PLACES } from "@/components/shell/places";
import { toast } from "@/components/ui/toast";
import type { ClusterGlance, OverviewAnswer } from "@/lib/schemas/overview";

const KEY = ["overview"];

/**
 * Nodes are asked for in this rhythm: following them would make the panel watch every pod as well. Jobs and hosts
 * say by themselves when they change.
 */
const NODES_EVERY_MS = 5_000;

/** A cluster that nobody looked at for a while is read beside the first answer. */
const SOON_MS = 700;

const isBeingRead = ({ state, nodes, problem }: ClusterGlance) =>
  state === "ready" && nodes === null && problem === null;

/** Everything at a glance, live. */
export function useOverview() {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: KEY });
  useRoom("jobs", again, again);
  useRoom("hosts", again, again);
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<OverviewAnswer>("/overview", { signal }),
    refetchInterval: ({ state }) =>
      state.data?.clusters.some(isBeingRead) ? SOON_MS : NODES_EVERY_MS,
  });
}

/** Goes on with a job that stopped, and to its page. */
export function useResume(jobId: string) {
  const words = useBaseMessages().overview.actions;
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: () => api.post<unknown>(`/jobs/${jobId}/resume`, {}),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["jobs"] });
      router.push(`${PLACES.jobs}/${jobId}`);
    },
    onError: (error) =>
      toast.failed({ title: words.resumeFailed, body: problemOf(error).detail, id: "resume" }),
  });
}
