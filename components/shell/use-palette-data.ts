"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { useSession } from "@/components/hooks/use-session";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { HostsAnswer } from "@/lib/schemas/host";
import type { JobRow } from "@/lib/schemas/job";
import type { KindsAnswer } from "@/lib/schemas/kube-kind";
import type { Permission } from "@/lib/schemas/session";

/** The palette opens often and is looked at briefly. */
const FRESH_MS = 15_000;
const MOST_JOBS = 50;

/** What the palette knows without asking a cluster: read when it opens, mostly known already. */
export function usePaletteData() {
  const permissions = useSession().data?.user?.permissions ?? [];
  const may = (permission: Permission) => permissions.includes(permission);
  const clusters = useQuery({
    queryKey: ["clusters"],
    queryFn: ({ signal }) => api.get<{ clusters: readonly ClusterRow[] }>("/clusters", { signal }),
    staleTime: FRESH_MS,
    enabled: may("clusters:read"),
  }).data?.clusters;
  const hosts = useQuery({
    queryKey: ["hosts"],
    queryFn: async ({ signal }) => (await api.get<HostsAnswer>("/hosts", { signal })).hosts,
    staleTime: FRESH_MS,
    enabled: may("hosts:read"),
  }).data;
  const jobs = useQuery({
    queryKey: ["jobs", "palette"],
    queryFn: async ({ signal }) =>
      (await api.get<{ jobs: readonly JobRow[] }>(`/jobs?limit=${MOST_JOBS}`, { signal })).jobs,
    staleTime: FRESH_MS,
    enabled: may("jobs:read"),
  }).data;
  const answering = (clusters ?? []).filter(({ state }) => state === "ready");
  const kinds = useQueries({
    queries: answering.map(({ id }) => ({
      queryKey: ["kube", id, "kinds"],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<KindsAnswer>(`/clusters/${id}/kinds`, { signal }),
      staleTime: 60_000,
      enabled: may("kube:read"),
    })),
  });
  return {
    may,
    clusters: clusters ?? [],
    hosts: hosts ?? [],
    jobs: jobs ?? [],
    /** Clusters that have an API to ask, with their kinds as far as they are known. */
    answering: answering.map((cluster, index) => ({
      cluster,
      kinds: kinds[index]?.data?.kinds ?? [],
    })),
  };
}
export type PaletteData = ReturnType<typeof usePaletteData>;
