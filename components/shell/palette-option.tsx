"use client";
import { useEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { Tag } from "@/components/ui/tag";
import { ToneLabel } from "@/components/ui/status";
import { TONE_ICONS } from "@/components/ui/tone-icons";
import { markWords } from "@/lib/palette/match-words";
import type { PaletteEntry } from "./palette-entries";

/** One line of the palette, what fits the typed words marked. */
export function PaletteOption(props: {
  id: string;
  entry: PaletteEntry;
  words: readonly string[];
  chosen: boolean;
  onPoint: () => void;
  onOpen: () => void;
}) {
  const { entry, words, chosen } = props;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView?.({ block: "nearest" });
  }, [chosen]);
  return (
    <div
      ref={line}
      id={props.id}
      role="option"
      aria-selected={chosen}
      onPointerMove={chosen ? undefined : props.onPoint}
      onClick={props.onOpen}
      className={cx(
        "flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 text-sm max-sm:min-h-12",
        chosen && "bg-selected",
      )}
    >
      <Icon of={entry.icon} className="text-muted" />
      <span className="min-w-0 flex-1 py-1 sm:flex sm:items-baseline sm:gap-2">
        <span className="block truncate">
          <Marked text={entry.label} words={words} />
        </span>
        {entry.detail !== undefined && entry.detail !== "" && (
          <span className="block min-w-12 truncate text-xs text-muted">
            <Marked text={entry.detail} words={words} />
          </span>
        )}
      </span>
      <End entry={entry} />
    </div>
  );
}

function End({ entry }: { entry: PaletteEntry }) {
  const { status, tag, consequence, keys = [] } = entry;
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-xs text-muted">
      {consequence}
      {status !== undefined && (
        <ToneLabel tone={status.tone} icon={TONE_ICONS[status.tone]} size="xs">
          {status.word}
        </ToneLabel>
      )}
      {tag !== undefined && <Tag>{tag}</Tag>}
      <span className="flex gap-1 max-sm:hidden" aria-hidden>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </span>
  );
}

/** The text with the typed words set off. */
function Marked(props: { text: string; words: readonly string[] }) {
  if (props.words.length === 0) return props.text;
  return markWords(props.text, props.words).map(({ text, hit }, index) =>
    hit ? (
      <mark key={index} className="rounded-xs bg-accent-tint font-name text-accent">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
