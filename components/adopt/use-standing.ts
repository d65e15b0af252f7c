"use client";
import { useQuery } from "@tanstack/react-query";
import { useCluster } from "@/components/cluster/use-cluster";
import { api } from "@/components/hooks/api";
import type { AdoptedStanding } from "@/lib/schemas/adopt";

/** An administrator of the cluster may grant it at any time. */
const ASK_EVERY_MS = 30_000;

/** Whether people may act in an adopted cluster by their own rights; undefined for one that the panel built. */
export function useStanding(clusterId: string): AdoptedStanding | undefined {
  const isAdopted = useCluster(clusterId).data?.origin === "adopted";
  const standing = useQuery({
    queryKey: ["adopted", clusterId],
    queryFn: ({ signal }) => api.get<AdoptedStanding>(`/clusters/${clusterId}/adopted`, { signal }),
    enabled: isAdopted,
    refetchInterval: ({ state }) => (state.data?.people === true ? false : ASK_EVERY_MS),
  });
  return standing.data;
}
