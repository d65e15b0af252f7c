"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getUnlessSame } from "@/components/hooks/get-unless-same";
import { useRoom } from "@/components/hooks/use-socket";
import type { KubeRow } from "@/lib/kube/kind";
import type { KindName, RowOf } from "@/lib/kube/kinds";
import type { KubePage, NodeLoad } from "@/lib/schemas/kube";
import type { RowStatus } from "@/lib/schemas/kube-kind";

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

/** A row of any kind, as its list sends it: one field per column besides what all rows have. */
export type ListedObject = KubeRow & {
  readonly status: RowStatus | null;
  readonly [column: string]: unknown;
};

/** One page of a kind the panel knows, with its own type of rows. */
export const useKubeList = <Name extends KindName>(clusterId: string, kind: Name, query: string) =>
  useRows<ListedRow<Name>>(clusterId, kind, query);

/** One page of any kind. */
export const useAnyKubeList = (clusterId: string, kind: string, query: string) =>
  useRows<ListedObject>(clusterId, kind, query);

/** Asked again as soon as the server says that the kind changed. */
function useRows<Row>(clusterId: string, kind: string, query: string) {
  const client = useQueryClient();
  const key = ["kube", clusterId, kind];
  const readAgain = () => void client.invalidateQueries({ queryKey: key });
  useRoom(`kube:${clusterId}:${kind}`, readAgain, readAgain);
  return useQuery({
    queryKey: [...key, query],
    queryFn: ({ signal }) =>
      getUnlessSame<KubePage<Row>>(`/clusters/${clusterId}/${kind}?${query}`, signal),
    placeholderData: (before, beforeQuery) =>
      beforeQuery?.queryKey[2] === kind ? before : undefined,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.asOf === null ? ASK_SOON_MS : ASK_EVERY_MS),
  });
}
