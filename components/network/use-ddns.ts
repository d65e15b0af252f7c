"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import type { DdnsView, SaveDdnsInput } from "@/lib/schemas/ddns-view";
import { keepKnown } from "./ddns-known";

/** The client on the host looks every five minutes at most. */
const AGAIN_MS = 60_000;

/** Below its site: read again with it, when a job ends or somebody saves. */
const keyOf = (siteId: string) => ["sites", siteId, "ddns"];

/** The names of a site, and what their host says of them. While it is away, what it said before stays. */
export function useDdns(siteId: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: keyOf(siteId),
    queryFn: async ({ signal }) => {
      const now = await api.get<DdnsView>(`/sites/${siteId}/ddns`, { signal });
      return keepKnown(client.getQueryData<DdnsView>(keyOf(siteId)), now);
    },
    refetchInterval: AGAIN_MS,
  });
}

/** Stores names, secrets and who keeps them. No host changes by it. */
export function useSaveDdns(siteId: string) {
  const keep = useKeepView(siteId);
  return useMutation({
    mutationFn: (input: SaveDdnsInput) => api.put<DdnsView>(`/sites/${siteId}/ddns`, input),
    onSuccess: keep,
  });
}

/** Notes that a free name was confirmed at its provider just now. */
export function useConfirmDdns(siteId: string) {
  const keep = useKeepView(siteId);
  return useMutation({
    mutationFn: (name: string) => api.post<DdnsView>(`/sites/${siteId}/ddns/confirm`, { name }),
    onSuccess: keep,
  });
}

function useKeepView(siteId: string) {
  const client = useQueryClient();
  return (view: DdnsView) =>
    client.setQueryData<DdnsView>(keyOf(siteId), (before) => keepKnown(before, view));
}
