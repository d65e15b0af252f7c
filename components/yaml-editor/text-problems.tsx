"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Note } from "@/components/ui/note";

/** Why a text cannot be read, with the lines. */
export function TextProblems(props: {
  problems: readonly { readonly line: number; readonly detail: string }[];
}) {
  const words = useMessages().changes.yaml;
  return (
    <Note alert tone="danger" title={words.unreadable}>
      <ul>
        {props.problems.map(({ line, detail }, index) => (
          <li key={index}>
            {words.line(line)}: {detail}
          </li>
        ))}
      </ul>
    </Note>
  );
}
