"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import type { Finding, PreflightAnswer } from "@/lib/schemas/finding";
import type { Wizard } from "./use-wizard";

const NONE: readonly Finding[] = [];

/** Asks the chosen hosts about the settings as they stand: a disk test and real connections between them. */
export function usePreflight({ step, now }: Wizard) {
  const { spec } = now;
  const query = useQuery({
    queryKey: ["preflight", JSON.stringify(spec)],
    queryFn: ({ signal }) =>
      api.post<PreflightAnswer>("/clusters/preflight", { spec, deep: true }, { signal }),
    enabled: step === "preflight" && spec !== null,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const findings = query.data?.findings ?? NONE;
  return {
    findings,
    blockers: findings.filter((finding) => finding.severity === "blocker"),
    busy: query.isFetching,
    problem: query.error ? problemOf(query.error) : null,
    checkedAtMs: query.dataUpdatedAt,
    again: () => void query.refetch(),
  };
}

export type Preflight = ReturnType<typeof usePreflight>;
