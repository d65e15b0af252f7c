"use client";
import Link from "next/link";
import { useState, type ReactNode, type Ref } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useFormat } from "@/components/hooks/use-format";
import { cx } from "@/components/ui/cx";
import { splitMatches } from "@/lib/format/search-text";
import type { LogLine } from "./log-line";

const TEXT = {
  error: "text-danger",
  warn: "text-warn",
  strong: "font-semibold text-text",
  muted: "text-muted",
  plain: "text-text",
};

/** One line of a log; matches are outlined, errors tinted. */
export function LogRow(props: {
  ref: Ref<HTMLDivElement>;
  line: LogLine;
  heading: ReactNode;
  index: number;
  top: number;
  wrap: boolean;
  needle: string;
  current: boolean;
  marked: boolean;
  /** Makes the number a link to the line. */
  lineHref: ((line: LogLine) => string) | undefined;
}) {
  const { ref, line, heading, index, top, wrap, needle, current, marked, lineHref } = props;
  const format = useFormat();
  const [pointed, setPointed] = useState(false);
  return (
    <div
      ref={ref}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      data-index={index}
      data-tone={line.tone}
      style={{ transform: `translateY(${top}px)` }}
      className={cx(
        "absolute top-0 left-0 grid w-full grid-cols-[calc(var(--digits)+20px)_72px_1fr] px-3 max-sm:grid-cols-[calc(var(--digits)+10px)_1fr] max-sm:px-2",
        line.tone === "error" && "bg-danger-tint",
        marked && "bg-selected",
      )}
    >
      {heading !== undefined && heading !== null && (
        <p className="col-span-full -mx-3 my-1.5 border-y border-line bg-surface px-3 py-1.5 font-sans whitespace-normal text-muted max-sm:-mx-2 max-sm:px-2">
          {heading}
        </p>
      )}
      <LineNumber line={line} lineHref={pointed || current || marked ? lineHref : undefined} />
      <time dateTime={line.at} className="text-muted max-sm:hidden">
        {format.clock(Date.parse(line.at))}
      </time>
      <span
        className={cx(
          "min-w-0",
          TEXT[line.tone ?? "plain"],
          wrap ? "break-words whitespace-pre-wrap [overflow-wrap:anywhere]" : "whitespace-pre",
        )}
      >
        {line.tag && <Tag {...line.tag} />}
        <Matches text={line.text} needle={needle} current={current} />
      </span>
    </div>
  );
}

/** The line's number; of the line that somebody points to or has found, a link to it: lines are too low to all be targets. */
function LineNumber(props: { line: LogLine; lineHref: ((line: LogLine) => string) | undefined }) {
  const { line, lineHref } = props;
  const linkLabel = useBaseMessages().ui.log.lineLink(line.seq);
  // Lines of several logs stand by their time: the order in which they came says nothing.
  const number = line.tag === undefined ? line.seq : "#";
  return (
    <span className="pr-3 text-right text-subtle select-none max-sm:pr-2">
      {lineHref === undefined ? (
        number
      ) : (
        <Link
          replace
          prefetch={false}
          scroll={false}
          href={lineHref(line)}
          aria-label={linkLabel}
          className="hover:text-text"
        >
          {number}
        </Link>
      )}
    </span>
  );
}

function Tag({ text, hue }: NonNullable<LogLine["tag"]>) {
  return (
    <span
      className="mr-2 border-l-[3px] pl-1.5 text-muted"
      style={{ borderColor: `var(--c${hue})` }}
    >
      {text}
    </span>
  );
}

function Matches(props: { text: string; needle: string; current: boolean }) {
  const { text, needle, current } = props;
  return splitMatches(text, needle).map((part, at) =>
    part.hit ? (
      <mark
        key={at}
        className={cx(
          "rounded-[2px] bg-warn-tint text-inherit ring ring-warn-line",
          current && "ring-2 ring-warn-solid",
        )}
      >
        {part.text}
      </mark>
    ) : (
      <span key={at}>{part.text}</span>
    ),
  );
}
