import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import type { OpeningRow, OpenInput, OpenTarget, PortOffers } from "@/lib/schemas/opening";
import { enterHref, openingsPath } from "./open-target";

const LOOK_AGAIN_MS = 15_000;

const keyOf = (clusterId: string) => ["openings", clusterId];

/** Apps that are open now. */
export function useOpenings(clusterId: string, enabled: boolean) {
  return useQuery({
    queryKey: keyOf(clusterId),
    queryFn: ({ signal }) =>
      api.get<{ openings: readonly OpeningRow[] }>(openingsPath(clusterId), { signal }),
    refetchInterval: LOOK_AGAIN_MS,
    enabled,
  });
}

/** The ports of an object that can be opened. */
export function usePortOffers(clusterId: string, target: OpenTarget) {
  const query = new URLSearchParams(target).toString();
  return useQuery({
    queryKey: ["open-ports", clusterId, query],
    queryFn: ({ signal }) =>
      api.get<PortOffers>(`${openingsPath(clusterId)}/ports?${query}`, { signal }),
  });
}

/** Opens an app, and a tab with it. */
export function useOpen(clusterId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: OpenInput) => api.post<OpeningRow>(openingsPath(clusterId), wanted),
    onSuccess: (opening) => {
      // A tab without a way back to this one: what is in it is not the panel's.
      window.open(enterHref(clusterId, opening), "_blank", "noopener,noreferrer");
      void client.invalidateQueries({ queryKey: keyOf(clusterId) });
    },
  });
}

/** Ends one. */
export function useCloseOpening(clusterId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`${openingsPath(clusterId)}/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(clusterId) }),
  });
}
