"use client";
import {
  CircleCheck,
  CircleDashed,
  Hourglass,
  KeyRound,
  OctagonX,
  type LucideIcon,
} from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { ToneLabel } from "@/components/ui/status";
import type { Tone } from "@/lib/format/status";
import type { DdnsNameRow } from "@/lib/schemas/ddns-view";

const LOOKS = {
  well: { icon: CircleCheck, tone: "ok" },
  final: { icon: OctagonX, tone: "danger" },
  later: { icon: Hourglass, tone: "warn" },
  silent: { icon: CircleDashed, tone: "unknown" },
  noSecret: { icon: KeyRound, tone: "danger" },
} as const satisfies Record<string, { icon: LucideIcon; tone: Tone }>;

function stateOf(row: DdnsNameRow): keyof typeof LOOKS {
  if (!row.hasSecret) return "noSecret";
  if (row.isWell === null) return "silent";
  if (row.isWell) return "well";
  return row.isFinal ? "final" : "later";
}

/** How a name stands with its provider: icon and word. */
export function DdnsState({ row }: { row: DdnsNameRow }) {
  const words = useMessages().network.ddns.states;
  const state = stateOf(row);
  return <ToneLabel {...LOOKS[state]}>{words[state]}</ToneLabel>;
}

/** The same in a sentence, with what to do about it under it. Nothing about a name that is well. */
export function DdnsReason(props: { row: DdnsNameRow; host: string }) {
  const { row } = props;
  const words = useMessages().network.ddns;
  const format = useFormat();
  const nowMs = useNow(30_000);
  const { sentence, remedy } = useReason(props);
  if (sentence === null) return null;
  return (
    <div className="max-w-[64ch] text-xs whitespace-normal text-muted">
      <p>{sentence}</p>
      {remedy !== null && <p className="text-text">{remedy}</p>}
      {row.waitUntil !== null && (
        <p className="num" suppressHydrationWarning>
          {words.waits(format.dateTime(Date.parse(row.waitUntil), nowMs))}
        </p>
      )}
    </div>
  );
}

function useReason(props: { row: DdnsNameRow; host: string }) {
  const { row, host } = props;
  const words = useMessages().network.ddns;
  switch (stateOf(row)) {
    case "noSecret":
      return { sentence: words.noSecretBody, remedy: words.noSecretRemedy };
    case "silent":
      return { sentence: words.silent, remedy: words.silentRemedy(host) };
    default:
      return { sentence: row.sentence, remedy: row.remedy };
  }
}
