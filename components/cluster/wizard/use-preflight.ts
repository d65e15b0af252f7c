"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useSettled } from "@/components/hooks/use-settled";
import type { Finding, PreflightAnswer } from "@/lib/schemas/finding";
import type { Wizard } from "./use-wizard";

const NONE: readonly Finding[] = [];
/** Storing the settings reads the hosts again, which may change the settings once more within a moment. */
const QUIET_MS = 400;

/**
 * Asks the chosen hosts about the settings as they stand: a disk test and real connections between them. It loads the
 * hosts, so settings that are still changing are not asked about, and one run is ended when they change under it.
 */
export function usePreflight({ step, now }: Pick<Wizard, "step" | "now">) {
  const wanted = step === "preflight" && now.spec !== null ? JSON.stringify(now.spec) : null;
  const asked = useSettled(wanted, QUIET_MS);
  const query = useQuery({
    queryKey: ["preflight", asked],
    queryFn: ({ signal }) =>
      api.post<PreflightAnswer>(
        "/clusters/preflight",
        { spec: JSON.parse(asked ?? "null") as unknown, deep: true },
        { signal },
      ),
    enabled: asked !== null,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const findings = query.data?.findings ?? NONE;
  return {
    findings,
    blockers: findings.filter((finding) => finding.severity === "blocker"),
    busy: query.isFetching || (wanted !== null && asked === null),
    problem: query.error ? problemOf(query.error) : null,
    checkedAtMs: query.dataUpdatedAt,
    again: () => void query.refetch(),
  };
}

export type Preflight = ReturnType<typeof usePreflight>;
