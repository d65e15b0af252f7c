"use client";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { Problem } from "@/lib/core/problem";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import { changeInput } from "@/lib/schemas/kube-change";
import type { Rollout } from "@/lib/schemas/kube-rollout";
import { useChange } from "./use-change";
import { useRollout } from "./use-rollout";
import type { DialogProps } from "./wish";

/** How many copies. Refused when somebody changed the object since it was read. */
export function ScaleDialog(props: DialogProps & { object: ObjectRef }) {
  const { object, clusterId, onClose } = props;
  const m = useMessages();
  const words = m.changes.scale;
  const rollout = useRollout(clusterId, object);
  const [text, setText] = useState<string | null>(null);
  const { send, busy, problem } = useChange(props);
  const shown = text ?? rollout.data?.desired.toString() ?? "";
  const { input, wrong } = readWish(object, shown, rollout.data);
  const submit = () => {
    if (input !== null) send(input, words.done(object.name, input.replicas));
  };
  return (
    <Dialog
      open
      width="sm"
      onClose={onClose}
      title={words.title(object.name)}
      {...(rollout.data ? { description: words.intro(rollout.data.desired) } : {})}
      foot={
        <>
          <Button onClick={onClose}>{m.changes.cancel}</Button>
          <Button look="primary" busy={busy} disabled={input === null} onClick={submit}>
            {words.submit(input?.replicas ?? 0)}
          </Button>
        </>
      }
    >
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {rollout.isPending && <SkeletonLines lines={2} label={m.ui.loading} />}
        <Copies text={shown} wrong={wrong} onChange={setText} />
        <ScaleNotes rollout={rollout.data} problem={problem ?? readProblem(rollout.error)} />
      </form>
    </Dialog>
  );
}

const readProblem = (error: Error | null) => (error === null ? null : problemOf(error));

/** The change that the text asks for, or what is wrong with it. */
function readWish(object: ObjectRef, text: string, now: Rollout | undefined) {
  const parsed = changeInput.safeParse({
    action: "scale",
    object,
    replicas: /^\d+$/.test(text) ? Number(text) : Number.NaN,
    ...(now === undefined ? {} : { resourceVersion: now.resourceVersion }),
  });
  const input = parsed.success && parsed.data.action === "scale" ? parsed.data : null;
  return { input, wrong: text === "" ? undefined : parsed.error?.issues[0]?.message };
}

function Copies(props: {
  text: string;
  wrong: string | undefined;
  onChange: (text: string) => void;
}) {
  const words = useMessages().changes.scale;
  return (
    <Field
      label={words.replicas}
      problem={props.wrong}
      help={props.text === "0" ? words.toZero : undefined}
    >
      <Input
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        value={props.text}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}

function ScaleNotes(props: { rollout: Rollout | undefined; problem: Problem | null }) {
  const words = useMessages().changes.scale;
  const autoscaler = props.rollout?.autoscaler ?? null;
  return (
    <>
      {autoscaler && (
        <Note
          tone="warn"
          title={words.autoscaler(autoscaler.name, autoscaler.min, autoscaler.max)}
        />
      )}
      {props.problem && <ProblemCard problem={props.problem} />}
    </>
  );
}
