"use client";
import {
  ArrowDownToLine,
  ChevronDown,
  ChevronUp,
  Copy,
  Download,
  Search,
  WrapText,
} from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useCopy } from "@/components/hooks/use-copy";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Chip } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { saveText } from "./save-text";
import { logText, type LogLine } from "./log-line";
import type { Follow } from "./use-follow";
import type { LogSearch } from "./use-log-search";

/** Find, follow, wrap, copy, download. */
export function LogBar(props: {
  name: string;
  source: ReactNode;
  lines: readonly LogLine[];
  search: LogSearch;
  wrap: boolean;
  onWrap: (wrap: boolean) => void;
  follow: Follow;
}) {
  const { name, source, lines, search, wrap, onWrap, follow } = props;
  const words = useBaseMessages().ui;
  const { copied, copy } = useCopy();
  return (
    <header className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
      {source}
      <Find search={search} />
      <span className="ml-auto flex items-center gap-1">
        <Chip
          icon={ArrowDownToLine}
          on={follow.following}
          onClick={follow.following ? follow.stop : follow.resume}
          className="mr-1"
        >
          {follow.unseen > 0 ? words.log.newLines(follow.unseen) : words.log.follow}
        </Chip>
        <IconButton
          icon={WrapText}
          size="sm"
          label={words.log.wrap}
          aria-pressed={wrap}
          onClick={() => onWrap(!wrap)}
        />
        <IconButton
          icon={Copy}
          size="sm"
          label={copied ? words.copied : words.copyNamed(name)}
          onClick={() => copy(logText(lines))}
        />
        <IconButton
          icon={Download}
          size="sm"
          label={words.log.download}
          onClick={() => saveText(`${name}.log`, logText(lines))}
        />
      </span>
    </header>
  );
}

function Find(props: { search: LogSearch }) {
  const { search } = props;
  const words = useBaseMessages().ui.log;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    search.step(event.shiftKey ? -1 : 1);
  };
  return (
    <span className="flex items-center gap-1">
      <Input
        type="search"
        icon={Search}
        placeholder={words.find}
        aria-label={words.findLabel}
        value={search.needle}
        onChange={(event) => search.setNeedle(event.target.value)}
        onKeyDown={onKeyDown}
        className="w-40"
      />
      {search.needle !== "" && (
        <>
          <span role="status" className="num px-1 text-xs whitespace-nowrap text-muted">
            {words.matches(search.current + 1, search.count)}
          </span>
          <IconButton
            icon={ChevronUp}
            size="sm"
            label={words.previousMatch}
            onClick={() => search.step(-1)}
          />
          <IconButton
            icon={ChevronDown}
            size="sm"
            label={words.nextMatch}
            onClick={() => search.step(1)}
          />
        </>
      )}
    </span>
  );
}
