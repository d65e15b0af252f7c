"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { useRoom } from "@/components/hooks/use-socket";
import { useSettled } from "@/components/hooks/use-settled";
import type { SiteSpec } from "@/lib/schemas/site";
import type { CreateSiteInput, UpdateSiteInput } from "@/lib/schemas/site-input";
import type {
  SiteAnswer,
  SiteCheckAnswer,
  SiteDetailAnswer,
  SiteMeasureAnswer,
  SiteMeasurementsAnswer,
  SitePolicyAnswer,
  SiteRulesAnswer,
  SitesAnswer,
} from "@/lib/schemas/site-view-row";

const KEY = ["sites"];
/** Typing in a draft stops for this long before it is looked at. */
const QUIET_MS = 300;

/** All sites; read again when a job begins or ends. */
export function useSites() {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: KEY });
  useRoom("jobs", again, again);
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<SitesAnswer>("/sites", { signal }),
    select: ({ sites }) => sites,
  });
}

/** One site with its saved policy; read again when the panel says that it changed. */
export function useSite(id: string) {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: [...KEY, id] });
  useRoom(`site:${id}`, again, again);
  useRoom("jobs", again);
  return useQuery({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => api.get<SiteDetailAnswer>(`/sites/${id}`, { signal }),
  });
}

/** What the draft would mean: findings and rules. Asks no host. Null while there is no draft. */
export function useSiteCheck(id: string, spec: SiteSpec | null) {
  const settled = useSettled(spec, QUIET_MS);
  return useQuery({
    queryKey: [...KEY, id, "check", settled],
    queryFn: ({ signal }) =>
      api.post<SiteCheckAnswer>(`/sites/${id}/check`, { spec: settled }, { signal }),
    enabled: settled !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: (before) => before,
  });
}

/** Rules of the saved policy with what they counted, from the hosts that answer. */
export const useSiteRules = (id: string, everyMs: number | false = false) =>
  useQuery({
    queryKey: [...KEY, id, "rules"],
    queryFn: ({ signal }) => api.get<SiteRulesAnswer>(`/sites/${id}/rules`, { signal }),
    refetchInterval: everyMs,
  });

/** The last measurement; null when nothing was ever measured. */
export const useLastMeasurement = (id: string) =>
  useQuery({
    queryKey: [...KEY, id, "measurements"],
    queryFn: ({ signal }) =>
      api.get<SiteMeasurementsAnswer>(`/sites/${id}/measurements?limit=1`, { signal }),
    select: ({ measurements }) => measurements[0] ?? null,
  });

/** Sends probes between the hosts now. */
export function useMeasure(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<SiteMeasureAnswer>(`/sites/${id}/measure`),
    onSuccess: () => client.invalidateQueries({ queryKey: [...KEY, id] }),
  });
}

/** Stores a policy as the site's next revision. */
export function useSavePolicy(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { spec: SiteSpec; baseRevision: number }) =>
      api.put<SitePolicyAnswer>(`/sites/${id}/policy`, input),
    onSuccess: (answer) => {
      client.setQueryData<SiteDetailAnswer>([...KEY, id], (known) =>
        known === undefined ? known : { ...known, ...answer },
      );
      void client.invalidateQueries({ queryKey: KEY });
    },
    // Somebody else may have saved: what they did has to be seen before one decides.
    onError: () => void client.invalidateQueries({ queryKey: [...KEY, id], exact: true }),
  });
}

/** Makes a site from a preset. */
export function useNewSite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CreateSiteInput) => api.post<SiteAnswer>("/sites", input),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Changes a site's name or which hosts are in it. */
export function useUpdateSite(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: UpdateSiteInput) => api.patch<SiteAnswer>(`/sites/${id}`, input),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Forgets a site. */
export function useDeleteSite(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete(`/sites/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY, exact: true }),
  });
}
