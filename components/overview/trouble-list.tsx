"use client";
import { useState } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useFormat } from "@/components/hooks/use-format";
import { useNow } from "@/components/hooks/use-now";
import { Ago } from "@/components/ui/ago";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { TONE_SHAPE } from "@/components/ui/tone";
import type { Trouble } from "@/lib/schemas/overview";
import { TroubleActions } from "./trouble-actions";
import { TROUBLE_LOOK } from "./trouble-look";
import { troubleWords } from "./trouble-words";

/** More than these would push everything else off the screen. */
const MOST_SHOWN = 4;

/** What is wrong, worst first, each with the way to where it is mended. */
export function TroubleList({ troubles }: { troubles: readonly Trouble[] }) {
  const words = useBaseMessages().overview;
  const [all, setAll] = useState(false);
  const shown =
    all || troubles.length === MOST_SHOWN + 1 ? troubles : troubles.slice(0, MOST_SHOWN);
  const rest = troubles.length - shown.length;
  if (troubles.length === 0) return null;
  return (
    <Card aria-label={words.wrong} className="mb-4">
      <ul>
        {shown.map((trouble) => (
          <TroubleRow key={keyOf(trouble)} trouble={trouble} />
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="link block w-full border-t border-line px-4 py-2.5 text-left text-sm max-sm:py-3.5"
        >
          {words.moreWrong(rest)}
        </button>
      )}
    </Card>
  );
}

const keyOf = (trouble: Trouble) => `${trouble.kind} ${aboutOf(trouble)}`;

function aboutOf(trouble: Trouble): string | undefined {
  if ("cluster" in trouble) return trouble.cluster.id;
  return "site" in trouble ? trouble.site.id : trouble.hosts[0]?.id;
}

function TroubleRow({ trouble }: { trouble: Trouble }) {
  const words = useBaseMessages().overview.trouble;
  const format = useFormat();
  const nowMs = useNow(60_000);
  const look = TROUBLE_LOOK[trouble.kind];
  const date = (atMs: number) => format.date(atMs, nowMs);
  const { title, body } = troubleWords(trouble, { words, nowMs, date });
  const at = sinceOf(trouble);
  return (
    <li
      data-trouble={trouble.kind}
      className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-3.5 gap-y-2.5 border-t border-line px-4 py-3 first:border-t-0 max-sm:grid-cols-[16px_minmax(0,1fr)]"
    >
      <Icon of={look.icon} className={`mt-[3px] ${TONE_SHAPE[look.tone]}`} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="min-w-0 text-base font-[580] break-words">{title}</span>
          {at !== null && <Ago at={at} className="num text-xs text-muted" />}
        </p>
        <p className="max-w-[110ch] text-sm break-words text-muted">{body}</p>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 self-center max-sm:col-start-2 max-sm:justify-start">
        <TroubleActions trouble={trouble} />
      </div>
    </li>
  );
}

function sinceOf(trouble: Trouble): string | null {
  if ("at" in trouble) return trouble.at;
  return trouble.kind === "api-away" ? trouble.since : null;
}
