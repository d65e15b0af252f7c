"use client";
import { useState } from "react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { DiffView } from "@/components/ui/diff-view";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Revision, Rollout } from "@/lib/schemas/kube-rollout";
import { ChangeDialog } from "./change-dialog";
import { readFailure } from "./read-failure";
import { useChange } from "./use-change";
import { useRollout } from "./use-rollout";
import type { DialogProps } from "./wish";

/** Which earlier state, and what it changes in the pods. */
export function RollbackDialog(props: DialogProps & { object: ObjectRef }) {
  const { object, clusterId, onClose } = props;
  const words = useMessages().changes.rollback;
  const rollout = useRollout(clusterId, object);
  const [chosen, setChosen] = useState(0);
  const { send, busy, problem } = useChange(props);
  const earlier = rollout.data?.revisions.filter(({ current }) => !current) ?? [];
  const target = earlier.find(({ revision }) => revision === chosen) ?? earlier[0];
  const roll = (revision: number) =>
    send({ action: "rollback", object, revision }, words.done(object.name, revision));
  return (
    <ChangeDialog
      width="lg"
      onClose={onClose}
      title={words.title(object.name)}
      description={words.intro}
      problem={problem ?? readFailure(rollout)}
      reading={rollout.isPending}
      submit={
        target === undefined
          ? null
          : {
              ...{ busy, label: words.submit(target.revision) },
              act: () => roll(target.revision),
            }
      }
    >
      {rollout.data && <Choice rollout={rollout.data} target={target} onChoose={setChosen} />}
    </ChangeDialog>
  );
}

function Choice(props: {
  rollout: Rollout;
  target: Revision | undefined;
  onChoose: (revision: number) => void;
}) {
  const { rollout, target, onChoose } = props;
  const words = useMessages().changes.rollback;
  const format = useFormat();
  const nowMs = useNow(60_000);
  const age = ({ createdAt }: Revision) =>
    createdAt === "" ? "" : format.age(nowMs - Date.parse(createdAt));
  if (target === undefined) return <Note tone="info" title={words.none} />;
  const current = rollout.revisions.find((revision) => revision.current);
  const earlier = rollout.revisions.filter((revision) => !revision.current);
  return (
    <>
      <Field label={words.revision} help={target.cause === "" ? undefined : target.cause}>
        <Select
          value={String(target.revision)}
          onChange={(event) => onChoose(Number(event.target.value))}
          options={earlier.map((revision) => ({
            value: String(revision.revision),
            label: words.option(revision.revision, revision.images.join(", "), age(revision)),
          }))}
        />
      </Field>
      <DiffView
        before={current?.template ?? ""}
        after={target.template}
        name={words.diff}
        head={words.diffHead}
      />
    </>
  );
}
