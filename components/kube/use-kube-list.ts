"use client";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { useRoom } from "@/components/hooks/use-socket";
import type { KindName, RowOf } from "@/lib/kube/kinds";
import type { KubePage, NodeLoad } from "@/lib/schemas/kube";

/** News come by themselves; this is for what a lost event would hide. */
const ASK_EVERY_MS = 15_000;
/** Until the first rows are there. */
const ASK_SOON_MS = 1_000;

/** What the server adds to a kind's rows when it lists them. */
interface ListedWith {
  readonly nodes: NodeLoad;
}
/** A row as a list shows it. */
export type ListedRow<Name extends KindName> = Name extends keyof ListedWith
  ? RowOf<Name> & ListedWith[Name]
  : RowOf<Name>;

/** One page of a kind, asked again as soon as the server says that it changed. */
export function useKubeList<Name extends KindName>(clusterId: string, kind: Name, query: string) {
  const client = useQueryClient();
  const key = ["kube", clusterId, kind];
  const readAgain = () => void client.invalidateQueries({ queryKey: key });
  useRoom(`kube:${clusterId}:${kind}`, readAgain, readAgain);
  return useQuery({
    queryKey: [...key, query],
    queryFn: ({ signal }) =>
      api.get<KubePage<ListedRow<Name>>>(`/clusters/${clusterId}/${kind}?${query}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.asOf === null ? ASK_SOON_MS : ASK_EVERY_MS),
  });
}
