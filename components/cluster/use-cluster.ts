"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { useRoom } from "@/components/hooks/use-socket";
import type { ClusterRow } from "@/lib/schemas/cluster";

const KEY = ["clusters"];

/** All clusters; asked again when a job begins or ends, since only jobs change them. */
export function useClusters() {
  const client = useQueryClient();
  const readAgain = () => void client.invalidateQueries({ queryKey: KEY });
  useRoom("jobs", readAgain, readAgain);
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<{ clusters: readonly ClusterRow[] }>("/clusters", { signal }),
    select: ({ clusters }) => clusters,
  });
}

/** One cluster; nothing while there is no id. */
export function useCluster(id: string | null) {
  const client = useQueryClient();
  const key = [...KEY, id];
  const readAgain = () => void client.invalidateQueries({ queryKey: key });
  useRoom("jobs", readAgain, readAgain);
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ cluster: ClusterRow }>(`/clusters/${id}`, { signal }),
    select: ({ cluster }) => cluster,
    enabled: id !== null,
  });
}
