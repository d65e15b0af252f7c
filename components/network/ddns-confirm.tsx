"use client";
import { CalendarClock, Check } from "lucide-react";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { toast } from "@/components/ui/toast";
import { PROVIDERS } from "@/lib/ddns/provider";
import type { DdnsNameRow } from "@/lib/schemas/ddns-view";
import { useSiteEditor } from "./site-editor";
import { useConfirmDdns } from "./use-ddns";

const DAY_MS = 86_400_000;

/** Free names that end soon, each with the one thing to do about it. */
export function DdnsConfirms({ rows }: { rows: readonly DdnsNameRow[] }) {
  const due = rows.filter(({ confirm }) => confirm?.isDue === true);
  if (due.length === 0) return null;
  return (
    <div className="mb-3 grid gap-2">
      {due.map((row) => (
        <Due key={row.name} row={row} />
      ))}
    </div>
  );
}

function Due({ row }: { row: DdnsNameRow }) {
  const { site, mayEdit } = useSiteEditor();
  const words = useMessages().network.ddns;
  const nowMs = useNow(30_000);
  const confirm = useConfirmDdns(site.id);
  const leftMs = Date.parse(row.confirm?.endsAt ?? "") - nowMs;
  const { label } = PROVIDERS[row.provider];
  const send = () =>
    confirm.mutate(row.name, {
      onError: (error) =>
        toast.failed({
          title: words.confirmFailed,
          body: problemOf(error).detail,
          id: "ddns-confirm",
        }),
    });
  return (
    <Note
      tone={leftMs < 0 ? "danger" : "warn"}
      icon={CalendarClock}
      title={row.name}
      {...(mayEdit
        ? {
            actions: (
              <Button size="sm" icon={Check} busy={confirm.isPending} onClick={send}>
                {words.confirmed}
              </Button>
            ),
          }
        : {})}
    >
      <span suppressHydrationWarning>
        {leftMs < 0 ? words.ended(label) : words.ends(Math.floor(leftMs / DAY_MS), label)}
      </span>
    </Note>
  );
}

/** By when a free name is to be confirmed, while there is time. */
export function DdnsEnds({ row }: { row: DdnsNameRow }) {
  const words = useMessages().network.ddns;
  const format = useFormat();
  const nowMs = useNow(30_000);
  if (row.confirm === null || row.confirm.isDue) return null;
  return (
    <p className="num flex items-center gap-1.5 text-xs text-muted" suppressHydrationWarning>
      <Icon of={CalendarClock} size={14} />
      {words.endsLater(format.date(Date.parse(row.confirm.endsAt), nowMs))}
    </p>
  );
}
