"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import type { HostRow } from "@/lib/schemas/host";
import { Fingerprint } from "./fingerprint";

type Pinned = Pick<HostRow, "hostKey" | "hostKeyAt">;

/** The fingerprint that was confirmed, and when. */
export function PinnedKey(props: { row: Pinned }) {
  const { hostKey } = props.row;
  const words = useMessages().hosts.keyChanged;
  const date = usePinnedDate(props.row);
  if (hostKey === null) return null;
  return <Fingerprint quiet label={words.pinnedOn(date)} value={hostKey} />;
}

/** "2 Oct" */
export function usePinnedDate(row: Pinned): string {
  const format = useFormat();
  const nowMs = useNow(60_000);
  const { factValues } = useMessages().hosts;
  return row.hostKeyAt === null
    ? factValues.unknown
    : format.date(Date.parse(row.hostKeyAt), nowMs);
}
