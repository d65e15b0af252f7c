"use client";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DiffView } from "@/components/ui/diff-view";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { Select } from "@/components/ui/select";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Revision, Rollout } from "@/lib/schemas/kube-rollout";
import { useChange } from "./use-change";
import { useRollout } from "./use-rollout";
import type { DialogProps } from "./wish";

/** Which earlier state, and what it changes in the pods. */
export function RollbackDialog(props: DialogProps & { object: ObjectRef }) {
  const { object, clusterId, onClose } = props;
  const m = useMessages();
  const words = m.changes.rollback;
  const rollout = useRollout(clusterId, object);
  const [chosen, setChosen] = useState(0);
  const { send, busy, problem } = useChange(props);
  const earlier = rollout.data?.revisions.filter(({ current }) => !current) ?? [];
  const failure = problem ?? (rollout.error === null ? null : problemOf(rollout.error));
  const target = earlier.find(({ revision }) => revision === chosen) ?? earlier[0];
  return (
    <Dialog
      open
      width="lg"
      onClose={onClose}
      title={words.title(object.name)}
      description={words.intro}
      foot={
        <>
          <Button onClick={onClose}>{m.changes.cancel}</Button>
          {target && (
            <Button
              look="primary"
              busy={busy}
              onClick={() =>
                send(
                  { action: "rollback", object, revision: target.revision },
                  words.done(object.name, target.revision),
                )
              }
            >
              {words.submit(target.revision)}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-3.5">
        {failure && <ProblemCard problem={failure} />}
        {rollout.isPending && <SkeletonLines lines={4} label={m.ui.loading} />}
        {rollout.data && <Choice rollout={rollout.data} target={target} onChoose={setChosen} />}
      </div>
    </Dialog>
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
