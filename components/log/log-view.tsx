"use client";
import { useRef, useState, type ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "@/components/ui/cx";
import { LogBar } from "./log-bar";
import type { LogLine } from "./log-line";
import { LogRow } from "./log-row";
import { useFollow } from "./use-follow";
import { useLogRows } from "./use-log-rows";
import { useLogSearch, type LogSearch } from "./use-log-search";

export interface LogViewProps<Line extends LogLine> {
  lines: readonly Line[];
  /** Names the log for a screen reader and the downloaded file: "master2-start-k3s". */
  name: string;
  /** At the left of the bar: a select of steps. */
  source?: ReactNode;
  /** At the left of the foot: live state, "422 lines, none missed". */
  foot?: ReactNode;
  /** At the right of the foot; says that secrets are redacted unless told otherwise. */
  footEnd?: ReactNode;
  /** Instead of lines, when there are none. */
  empty?: ReactNode;
  /** Line to bring into view and mark, such as one that evidence links to. */
  markSeq?: number | undefined;
  /** Above a line, where something new begins. */
  heading?: (line: Line) => ReactNode;
  /** Makes each line's number a link to it. */
  lineHref?: (line: LogLine) => string;
  className?: string;
}

/** A log of any length: number, time, text. Follows until one scrolls up, then says how much is new. */
export function LogView<Line extends LogLine>(props: LogViewProps<Line>) {
  const { lines, name, source, foot, footEnd, empty, markSeq, heading, className } = props;
  const words = useBaseMessages().ui.log;
  const frame = useRef<HTMLDivElement>(null);
  const [wrap, setWrap] = useState(true);
  const rows = useLogRows({ frame, lines, wrap, markSeq });
  const search = useLogSearch(lines, rows.show);
  const follow = useFollow({
    frame,
    count: lines.length,
    startAt: markSeq,
    showLast: rows.showLast,
  });
  return (
    <section
      aria-label={name}
      className={cx(
        "flex min-h-0 min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface",
        className,
      )}
    >
      <LogBar
        name={name}
        source={source}
        lines={lines}
        search={search}
        wrap={wrap}
        onWrap={setWrap}
        follow={follow}
      />
      <div
        ref={frame}
        role="log"
        aria-label={name}
        aria-live="off"
        tabIndex={0}
        onScroll={follow.onScroll}
        className="min-h-0 flex-1 overflow-auto bg-sunken py-1.5 font-mono text-xs leading-[19px] outline-offset-[-2px]"
      >
        {lines.length === 0 ? (
          <p className="px-4 py-3 font-sans text-sm text-muted">{empty ?? words.empty}</p>
        ) : (
          <Lines {...{ lines, rows, search, wrap, markSeq, heading }} lineHref={props.lineHref} />
        )}
      </div>
      <footer className="num flex min-h-9 flex-wrap items-center gap-x-3 border-t border-line px-3 py-1 text-xs text-muted">
        {foot ?? words.lines(lines.length)}
        <span className="ml-auto max-sm:hidden">{footEnd ?? words.redacted}</span>
      </footer>
    </section>
  );
}

function Lines<Line extends LogLine>(props: {
  lines: readonly Line[];
  rows: ReturnType<typeof useLogRows>;
  search: LogSearch;
  wrap: boolean;
  markSeq: number | undefined;
  heading: ((line: Line) => ReactNode) | undefined;
  lineHref: ((line: LogLine) => string) | undefined;
}) {
  const { lines, rows, search, wrap, markSeq, heading, lineHref } = props;
  const digits = String(lines.at(-1)?.seq ?? 0).length;
  return (
    <div
      className="relative min-w-full"
      style={{
        height: rows.height,
        width: wrap ? "auto" : "max-content",
        ["--digits" as string]: `${Math.max(4, digits)}ch`,
      }}
    >
      {rows.items.map((item) => {
        const line = lines[item.index];
        if (!line) return null;
        return (
          <LogRow
            key={line.seq}
            ref={rows.measure}
            line={line}
            heading={heading?.(line)}
            index={item.index}
            top={item.start}
            wrap={wrap}
            needle={search.needle}
            current={search.currentIndex === item.index}
            marked={line.seq === markSeq}
            lineHref={lineHref}
          />
        );
      })}
    </div>
  );
}
