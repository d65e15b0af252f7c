"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "@/components/hooks/api";
import type { AppChecks } from "@/lib/schemas/app-check";
import type { ApplyInput, ApplyReport } from "@/lib/schemas/kube-change";

/** A pause in typing before the cluster is asked. */
const PAUSE_MS = 600;

/** The value, once it has not changed for a while. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Asks what to know before an app is deployed. */
export const askChecks = (
  clusterId: string,
  app: { readonly template: string; readonly values: object },
  signal?: AbortSignal,
) =>
  api.post<AppChecks>(
    `/clusters/${clusterId}/templates`,
    app,
    signal === undefined ? {} : { signal },
  );

/** What the cluster says of a filled-in form: what to know before, and whether it would accept each object. */
export function useAppChecks(clusterId: string, template: string, values: object | null) {
  const settled = useSettled(values);
  return useQuery({
    queryKey: ["app-checks", clusterId, template, settled],
    queryFn: ({ signal }) => askChecks(clusterId, { template, values: settled ?? {} }, signal),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** The same for the objects themselves. */
export function useDryRun(clusterId: string, text: string | null) {
  const settled = useSettled(text);
  return useQuery({
    queryKey: ["dry-run", clusterId, settled],
    queryFn: ({ signal }) =>
      api.post<ApplyReport>(
        `/clusters/${clusterId}/apply`,
        {
          text: settled ?? "",
          namespace: "default",
          dryRun: true,
          conflicts: {},
        } satisfies ApplyInput,
        { signal },
      ),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
