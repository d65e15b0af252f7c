"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import type { BundlesAnswer, VersionsAnswer } from "@/lib/schemas/artifact";
import type { Offers } from "./resolve-settings";

/** What k3s can be installed from: upstream's versions and the bundles on the panel. */
export function useOffers(): Offers {
  const versions = useQuery({
    queryKey: ["k3s", "versions"],
    queryFn: ({ signal }) => api.get<VersionsAnswer>("/k3s/versions", { signal }),
    staleTime: 600_000,
    refetchOnWindowFocus: false,
  });
  const bundles = useQuery({
    queryKey: ["artifacts", "bundles"],
    queryFn: ({ signal }) => api.get<BundlesAnswer>("/artifacts/bundles", { signal }),
  });
  return {
    versions: versions.data ?? null,
    offline: versions.isError,
    bundles: bundles.data?.bundles ?? [],
  };
}
