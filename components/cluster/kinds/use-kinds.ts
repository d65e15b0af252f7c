"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import type { KindInfo, KindsAnswer } from "@/lib/schemas/kube-kind";

/** Kinds come and go with what is installed: seldom. */
const STALE_AFTER_MS = 60_000;

/** Every kind that can be listed in a cluster. */
export function useKinds(clusterId: string) {
  return useQuery({
    queryKey: ["kube", clusterId, "kinds"],
    queryFn: ({ signal }) => api.get<KindsAnswer>(`/clusters/${clusterId}/kinds`, { signal }),
    staleTime: STALE_AFTER_MS,
  });
}

/** The kind that manifests call so; an owner's reference says no more than its name. */
export const kindCalled = (kinds: readonly KindInfo[], kind: string): KindInfo | undefined =>
  kinds.find((each) => each.kind === kind);
