"use client";
import { useQueries, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useSettled } from "@/components/hooks/use-settled";
import { searchWords } from "@/lib/kube/search-match";
import { narrowAnswer } from "@/lib/palette/narrow-answer";
import type { Named } from "@/lib/schemas/overview";
import type { KubeSearchAnswer } from "@/lib/schemas/kube-search";

/** While somebody types nothing is asked. */
const PAUSE_MS = 120;
/** A letter says nothing. Source: lib/schemas/kube-search.ts. */
const SHORTEST = 2;
const LONGEST = 100;
/** Hits of one kind that are shown; the list has the rest. */
const PER_KIND = 6;
/** The same text again within this needs no new answer. */
const FRESH_MS = 5_000;

/** What one cluster answered so far. */
export interface Found {
  readonly cluster: Named;
  readonly answer: KubeSearchAnswer | undefined;
  /** Hits of a shorter text that fit: there may be more. */
  readonly isEarly: boolean;
  readonly pending: boolean;
  /** Why it could not be asked; empty when it could. */
  readonly failure: string;
}

const keyOf = (clusterId: string, text: string) => ["find", clusterId, text];

/**
 * Searches all clusters for a text, each by itself. Answers are kept by their text, so one that comes late is never
 * taken for the answer to a newer one; what is no longer wanted is given up.
 */
export function useObjectSearch(clusters: readonly Named[], typed: string): readonly Found[] {
  const client = useQueryClient();
  const text = typed.trim().slice(0, LONGEST);
  const settled = useSettled(text, PAUSE_MS);
  const isAsked = settled !== null && text.length >= SHORTEST;
  const asked = useQueries({
    queries: clusters.map(({ id }) => ({
      queryKey: keyOf(id, settled ?? ""),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<KubeSearchAnswer>(
          `/clusters/${id}/search?${new URLSearchParams({ q: text, limit: String(PER_KIND) })}`,
          { signal },
        ),
      enabled: isAsked,
      staleTime: FRESH_MS,
      retry: false,
      refetchOnWindowFocus: false,
    })),
  });
  if (text.length < SHORTEST) return [];
  return clusters.map((cluster, index) => {
    const query = asked[index];
    const answer = isAsked ? query?.data : undefined;
    const error = isAsked ? (query?.error ?? null) : null;
    const early = answer ?? earlier(client, cluster.id, text);
    return {
      cluster,
      answer: early,
      isEarly: answer === undefined && early !== undefined,
      pending: answer === undefined && error === null,
      failure: error === null ? "" : problemOf(error).detail,
    };
  });
}

/** What of the answer to the longest text before this one still fits. */
function earlier(client: QueryClient, clusterId: string, text: string) {
  for (let length = text.length - 1; length >= SHORTEST; length -= 1) {
    const before = client.getQueryData<KubeSearchAnswer>(keyOf(clusterId, text.slice(0, length)));
    if (before !== undefined) return narrowAnswer(before, searchWords(text));
  }
  return undefined;
}
