"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { api } from "@/components/hooks/api";
import { useRoom } from "@/components/hooks/use-socket";
import type { LogSourceRow } from "@/lib/schemas/kube-log";
import { LogReader, type WantedLog } from "./log-reader";
import type { LogAddress } from "./use-log-address";

/** Logs that one page reads at once. */
export const MOST_LOGS = 24;

interface Sources {
  readonly sources: readonly LogSourceRow[];
  readonly more: boolean;
}

/** Containers with a log; asked again when the cluster's pods change, if a selector may find new ones. */
export function useLogSources(clusterId: string, { namespace, pod, selector }: LogAddress) {
  const params = new URLSearchParams({ namespace, ...(pod ? { pod } : { selector }) });
  const found = useQuery({
    queryKey: ["log-sources", clusterId, params.toString()],
    queryFn: ({ signal }) =>
      api.get<Sources>(`/clusters/${clusterId}/log-sources?${params}`, { signal }),
    enabled: namespace !== "",
  });
  const watch = pod === "" && namespace !== "" ? `kube:${clusterId}:pods` : null;
  useRoom(watch, () => void found.refetch());
  return found;
}

const startOf = (since: LogAddress["since"]) => {
  if (since === "tail") return { tailLines: 1000, sinceSeconds: null };
  return { tailLines: null, sinceSeconds: since === "all" ? null : Number(since) };
};

/** What to read of what there is: one container's log, or every main container's. */
export function wantedLogs(
  clusterId: string,
  sources: readonly LogSourceRow[],
  { namespace, container, previous, since }: LogAddress,
): readonly WantedLog[] {
  return sources
    .filter((each) => (container === "" ? each.kind === "main" : each.container === container))
    .slice(0, MOST_LOGS)
    .map((each) => ({
      ...{ clusterId, namespace, pod: each.pod, container: each.container, previous },
      ...startOf(since),
    }));
}

/** The lines of these logs, as they come. */
export function useKubeLogs(wanted: readonly WantedLog[]) {
  const key = JSON.stringify(wanted);
  const reader = useMemo(() => new LogReader(JSON.parse(key) as WantedLog[]), [key]);
  useEffect(() => reader.open(), [reader]);
  return useSyncExternalStore(reader.subscribe, reader.picture, reader.picture);
}
