"use client";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { OpenFiles } from "@/components/yaml-editor/open-files";
import { ContextChoice } from "./context-choice";
import { ContextFactsList } from "./context-facts-list";
import { ObstacleNote } from "./obstacle-note";
import type { Intake } from "./use-intake";

/** Why the panel did not take the text; an empty one was never offered. */
function refusalOf({ text, reading }: Intake): string | undefined {
  if (text.trim() === "" || !reading.error) return undefined;
  const { fields, detail } = problemOf(reading.error);
  return fields?.text ?? detail;
}

/** Takes a kubeconfig: pasted, dropped, or opened; then says what is in it and what is in the way. */
export function KubeconfigCard({ intake }: { intake: Intake }) {
  const words = useMessages().adopt;
  const [isOver, setOver] = useState(false);
  const { text, setText, facts, chosen, isTooLong } = intake;
  const take = async (file: File | undefined) => {
    setOver(false);
    if (file !== undefined) setText(await file.text());
  };
  return (
    <Card
      className={cx(isOver && "outline-2 outline-offset-2 outline-accent-solid")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <CardHead title={words.file} end={<OpenFiles onText={setText} />} />
      <CardBody className="grid gap-4">
        <Field
          label={words.textLabel}
          help={words.textHelp}
          problem={isTooLong ? words.tooLong : refusalOf(intake)}
        >
          <Textarea
            mono
            rows={chosen === undefined ? 10 : 5}
            wrap="off"
            autoComplete="off"
            // A paste of megabytes is refused, and would only make the page slow.
            value={isTooLong ? text.slice(0, 4096) : text}
            placeholder={words.placeholder}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {facts !== undefined && facts.contexts.length > 1 && <ContextChoice intake={intake} />}
        {chosen !== undefined && <ContextFactsList context={chosen} />}
        {chosen?.obstacles.map((obstacle) => (
          <ObstacleNote
            key={`${obstacle.code} ${obstacle.wants[0]?.part ?? ""}`}
            obstacle={obstacle}
            intake={intake}
          />
        ))}
      </CardBody>
    </Card>
  );
}
