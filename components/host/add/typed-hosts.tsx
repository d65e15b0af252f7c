"use client";
import { useMemo } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { parseHostList } from "@/lib/schemas/host-list";
import { EntryDefaults } from "./entry-defaults";
import type { AddState } from "./add-state";
import type { AddHosts } from "./use-add-hosts";

/** Line problems that are shown one by one; a paste of rubbish is summed up. */
const LINES_SHOWN = 8;

/** The pasted list as hosts and lines that are none. */
export const parsedOf = (state: Pick<AddState, "text" | "user" | "port">) =>
  parseHostList(state.text, { user: state.user.trim(), port: Number(state.port) || 22 });

/** A list of hosts as text; each line that is no host is named below the field. */
export function TypedHosts(props: { hosts: AddHosts }) {
  const { state, dispatch } = props.hosts;
  const words = useMessages().addHosts.addresses;
  const { text, user, port } = state;
  const parsed = useMemo(() => parsedOf({ text, user, port }), [text, user, port]);
  const bad = parsed.problems;
  const dropBad = () => {
    const lines = new Set(bad.map((problem) => problem.line));
    const kept = text.split(/\r\n|\n|\r/).filter((_, index) => !lines.has(index + 1));
    dispatch({ type: "enter", patch: { text: kept.join("\n") } });
  };
  return (
    <>
      <Field
        label={words.list}
        help={words.listHelp}
        problem={bad.length > 0 ? words.linesNeedYou(bad.length) : undefined}
        aside={<span className="num text-muted">{words.count(parsed.targets.length)}</span>}
      >
        <Textarea
          rows={8}
          mono
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          placeholder={words.listPlaceholder}
          value={text}
          onChange={(event) => dispatch({ type: "enter", patch: { text: event.target.value } })}
        />
      </Field>
      {bad.length > 0 && (
        <div className="grid gap-1 text-xs">
          <ul className="grid gap-1">
            {bad.slice(0, LINES_SHOWN).map((problem) => (
              <li key={problem.line} className="grid grid-cols-[56px_minmax(0,1fr)] gap-2">
                <span className="num text-muted">{words.line(problem.line)}</span>
                <span className="min-w-0 break-words">
                  <code className="rounded-xs bg-sunken px-1">{problem.text.slice(0, 60)}</code>{" "}
                  {problem.problem}
                </span>
              </li>
            ))}
          </ul>
          {bad.length > LINES_SHOWN && (
            <p className="text-muted">{words.moreLines(bad.length - LINES_SHOWN)}</p>
          )}
          <Button size="sm" className="mt-1 justify-self-start" onClick={dropBad}>
            {words.drop}
          </Button>
        </div>
      )}
      <EntryDefaults hosts={props.hosts} />
    </>
  );
}
