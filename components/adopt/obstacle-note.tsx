"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { CodeBlock } from "@/components/ui/code-block";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Textarea } from "@/components/ui/textarea";
import type { Obstacle } from "@/lib/schemas/adopt";
import type { Intake } from "./use-intake";

/** What is in the way, what to run, and where to paste what is missing. */
export function ObstacleNote(props: { obstacle: Obstacle; intake: Intake }) {
  const { obstacle, intake } = props;
  const words = useMessages().adopt;
  const { detail, remedy, commands, wants } = obstacle;
  return (
    <div className="grid min-w-0 gap-3">
      <Note tone="warn" title={detail}>
        {remedy}
      </Note>
      {commands !== null && (
        <CodeBlock className="max-h-64 overflow-y-auto" text={commands} what={words.commands} />
      )}
      {wants.map(({ part, path }) => (
        <Field
          key={part}
          label={words.parts[part]}
          {...(path === null ? {} : { help: words.partFrom(path) })}
        >
          <Textarea
            mono
            rows={4}
            autoComplete="off"
            value={intake.parts[part] ?? ""}
            onChange={(event) => intake.setPart(part, event.target.value)}
          />
        </Field>
      ))}
    </div>
  );
}
