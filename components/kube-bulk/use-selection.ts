"use client";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import type { SelectedRow, SelectionAnswer, SelectionInput } from "@/lib/schemas/kube-bulk";

/** How often it is asked whether the selected objects are still there. */
const ASK_EVERY_MS = 2_000;

interface Asked {
  readonly keys: ReadonlySet<string>;
  readonly answer: SelectionAnswer;
}

/** Which objects of a list are selected, by uid: across pages, and without those that somebody deleted. */
export function useSelection(clusterId: string, kind: string) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ask = (of: SelectionInput["of"], signal?: AbortSignal) =>
    api.post<SelectionAnswer>(
      `/clusters/${clusterId}/selection`,
      { kind, of },
      signal === undefined ? {} : { signal },
    );
  const known = useQuery({
    queryKey: ["selection", clusterId, kind, ...ticked],
    queryFn: async ({ signal }): Promise<Asked> => ({
      keys: ticked,
      answer: await ask({ uids: [...ticked] }, signal),
    }),
    enabled: ticked.size > 0,
    placeholderData: keepPreviousData,
    refetchInterval: ASK_EVERY_MS,
    gcTime: 0,
  });
  const matching = useMutation({
    mutationFn: (query: string) =>
      ask({ query: Object.fromEntries(new URLSearchParams(query)) as never }),
    onSuccess: ({ rows }) => setTicked(new Set(rows.map(({ uid }) => uid))),
  });
  const { keys, rows } = presentOf(ticked, known.data);
  return {
    keys,
    /** Names and actions of the selected objects, as far as they were read. */
    rows,
    /** All of them are known: something can be done to them. */
    ready: rows.length === keys.size,
    gone: ticked.size - keys.size,
    set: setTicked,
    selectMatching: (query: string) => matching.mutate(query),
    matching,
    error: known.error,
  };
}

/** An old answer may miss objects that are there; only a fresh one says that they are gone. */
function presentOf(ticked: ReadonlySet<string>, asked: Asked | undefined) {
  if (asked === undefined || ticked.size === 0)
    return { keys: ticked, rows: [] as readonly SelectedRow[] };
  const rows = asked.answer.rows.filter(({ uid }) => ticked.has(uid));
  const there = new Set(rows.map(({ uid }) => uid));
  const isGone = (uid: string) => asked.answer.fresh && asked.keys.has(uid) && !there.has(uid);
  return { keys: new Set([...ticked].filter((uid) => !isGone(uid))), rows };
}
