"use client";
import { useMemo, useState } from "react";
import { cx } from "@/components/ui/cx";

/** YAML with colours, for reading; the lines that the last change wrote are marked. */
export function YamlLines(props: { text: string; label: string }) {
  const { text, label } = props;
  const changed = useChangedLines(text);
  const lines = text.replace(/\n$/, "").split("\n");
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="max-h-[calc(100dvh-560px)] min-h-60 overflow-auto bg-sunken py-2 font-mono text-xs leading-[19px]"
    >
      <code className="block w-max min-w-full">
        {lines.map((line, index) => (
          <span
            key={index}
            className={cx(
              "block border-l-2 pr-4",
              changed.has(line) ? "border-accent-solid bg-accent-tint" : "border-transparent",
            )}
          >
            <span className="inline-block w-10 pr-3 text-right text-subtle select-none">
              {index + 1}
            </span>
            <Line text={line} />
          </span>
        ))}
      </code>
    </pre>
  );
}

/** Lines that were not in the text before it changed last. */
function useChangedLines(text: string): ReadonlySet<string> {
  const [seen, setSeen] = useState({ text, changed: new Set<string>() });
  const fresh = useMemo(() => {
    const before = new Set(seen.text.split("\n"));
    const lines = text.split("\n");
    const added = lines.filter((line) => !before.has(line));
    // Another object altogether: nothing of it was written by the last change.
    return new Set(added.length > lines.length / 2 ? [] : added);
  }, [seen.text, text]);
  if (seen.text !== text) {
    setSeen({ text, changed: fresh });
    return fresh;
  }
  return seen.changed;
}

const PAIR = /^(\s*(?:- )*)([^\s:#][^:]*:)(.*)$/;

function Line(props: { text: string }) {
  const match = PAIR.exec(props.text);
  if (match === null) return <span className="text-ok">{props.text}</span>;
  const [, indent, key, value = ""] = match;
  const isNumber = /^ (\d+|true|false|null)$/.test(value);
  return (
    <>
      {indent}
      <span className="text-info">{key}</span>
      <span className={isNumber ? "text-warn" : "text-ok"}>{value}</span>
    </>
  );
}
