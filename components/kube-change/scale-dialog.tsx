"use client";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import { changeInput } from "@/lib/schemas/kube-change";
import type { Rollout } from "@/lib/schemas/kube-rollout";
import { ChangeDialog } from "./change-dialog";
import { readFailure } from "./read-failure";
import { useChange } from "./use-change";
import { useRollout } from "./use-rollout";
import type { DialogProps } from "./wish";

/** How many copies. Refused when somebody changed the object since it was read. */
export function ScaleDialog(props: DialogProps & { object: ObjectRef }) {
  const { object, clusterId, onClose } = props;
  const words = useMessages().changes.scale;
  const rollout = useRollout(clusterId, object);
  const [text, setText] = useState<string | null>(null);
  const { send, busy, problem } = useChange(props);
  const shown = text ?? rollout.data?.desired.toString() ?? "";
  const { input, wrong } = readWish(object, shown, rollout.data);
  const submit = () => {
    if (input !== null) send(input, words.done(object.name, input.replicas));
  };
  return (
    <ChangeDialog
      width="sm"
      onClose={onClose}
      title={words.title(object.name)}
      {...(rollout.data ? { description: words.intro(rollout.data.desired) } : {})}
      problem={problem ?? readFailure(rollout)}
      submit={{
        ...{ busy, act: submit, disabled: input === null },
        label: words.submit(input?.replicas ?? rollout.data?.desired ?? 0),
      }}
    >
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Copies text={shown} wrong={wrong} onChange={setText} />
        <AutoscalerNote rollout={rollout.data} />
      </form>
    </ChangeDialog>
  );
}

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

/** Who else sets the copies. */
function AutoscalerNote(props: { rollout: Rollout | undefined }) {
  const words = useMessages().changes.scale;
  const autoscaler = props.rollout?.autoscaler ?? null;
  if (autoscaler === null) return null;
  return (
    <Note tone="warn" title={words.autoscaler(autoscaler.name, autoscaler.min, autoscaler.max)} />
  );
}
