"use client";
import { useQuery } from "@tanstack/react-query";
import { LogOut, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { blastConsequences } from "@/components/kube-change/blast-items";
import { drainConsequences, losesSomething } from "@/components/kube-change/drain-items";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import { TakesWithIt } from "@/components/ui/takes-with-it";
import { Textarea } from "@/components/ui/textarea";
import type { Problem } from "@/lib/core/problem";
import type { BulkWish } from "@/lib/kube-bulk/wishes";
import {
  bulkPhrase,
  type BulkChange,
  type BulkInput,
  type BulkPreview,
  type BulkTarget,
} from "@/lib/schemas/kube-bulk";
import { agreed, hasConsequences, readDraft, type BulkDraft } from "./bulk-draft";
import { BulkList } from "./bulk-list";

interface AskProps {
  readonly clusterId: string;
  readonly wish: BulkWish;
  /** "12 deployments" */
  readonly what: string;
  readonly targets: readonly BulkTarget[];
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onStart: (input: BulkInput) => void;
  readonly onClose: () => void;
}

/** Asked about with what they take with them, in a dialog of their own. */
const DANGEROUS: readonly BulkWish[] = ["delete", "drain"];

/** One question for all of them: which, what happens, and what goes with it taken together. */
export function BulkAsk(props: AskProps) {
  const { wish, targets } = props;
  const { bulk } = useMessages().changes;
  const [draft, setDraft] = useState<BulkDraft>({ replicas: "", labels: "" });
  const { change, wrong } = readDraft(wish, draft, bulk);
  const preview = usePreview(props.clusterId, change, targets);
  const start = (confirm: string) => {
    if (change !== null)
      props.onStart({ change: agreed(change, preview.data), objects: [...targets], confirm });
  };
  const isDanger = DANGEROUS.includes(wish);
  if (isDanger && preview.data !== undefined && props.problem === null)
    return (
      <Danger
        {...props}
        preview={preview.data}
        readAtMs={preview.dataUpdatedAt}
        onConfirm={start}
      />
    );
  const reading = change !== null && hasConsequences(change) && preview.data === undefined;
  const ready = change !== null && !reading && !isDanger;
  return (
    <Question {...props} ready={ready} onStart={() => start("")}>
      <Failure problem={props.problem} error={preview.error} />
      <DraftField wish={wish} draft={draft} wrong={wrong} onChange={setDraft} />
      <Reading on={reading && preview.error === null} />
      {preview.data && <Consequences preview={preview.data} />}
    </Question>
  );
}

function Reading(props: { on: boolean }) {
  const m = useMessages();
  return props.on ? <SkeletonLines lines={3} label={m.ui.loading} /> : null;
}

function Failure(props: { problem: Problem | null; error: Error | null }) {
  const { problem, error } = props;
  const shown = problem ?? (error === null ? null : problemOf(error));
  return shown === null ? null : <ProblemCard problem={shown} />;
}

/** Read again when what is typed changes it. */
function usePreview(clusterId: string, change: BulkChange | null, objects: readonly BulkTarget[]) {
  const asks = change !== null && hasConsequences(change);
  return useQuery({
    queryKey: ["bulk-preview", clusterId, change, objects.map(({ uid }) => uid)],
    queryFn: ({ signal }) =>
      api.post<BulkPreview>(`/clusters/${clusterId}/bulk/preview`, { change, objects }, { signal }),
    enabled: asks,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

function Question(
  props: Omit<AskProps, "onStart"> & {
    ready: boolean;
    onStart: () => void;
    children: ReactNode;
  },
) {
  const { wish, what, targets, onClose } = props;
  const m = useMessages();
  const words = m.changes.bulk.words[wish];
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.question(what)}
      description={words.happens}
      foot={
        <>
          <Button onClick={onClose}>{m.changes.cancel}</Button>
          <Button look="primary" busy={props.busy} disabled={!props.ready} onClick={props.onStart}>
            {words.verb(what)}
          </Button>
        </>
      }
    >
      <div className="grid gap-3.5">
        {props.children}
        <BulkList label={m.changes.bulk.objects} rows={targets} />
      </div>
    </Dialog>
  );
}

function DraftField(props: {
  wish: BulkWish;
  draft: BulkDraft;
  wrong: string | undefined;
  onChange: (draft: BulkDraft) => void;
}) {
  const { wish, draft, wrong, onChange } = props;
  const words = useMessages().changes.bulk;
  if (wish === "label")
    return (
      <Field label={words.labels} problem={wrong}>
        <Textarea
          mono
          rows={3}
          autoFocus
          value={draft.labels}
          onChange={(event) => onChange({ ...draft, labels: event.target.value })}
        />
      </Field>
    );
  if (wish !== "scale") return null;
  return (
    <Field
      label={words.replicas}
      problem={wrong}
      help={draft.replicas === "0" ? words.toZero : undefined}
    >
      <Input
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        value={draft.replicas}
        onChange={(event) => onChange({ ...draft, replicas: event.target.value })}
      />
    </Field>
  );
}

/** What a change that destroys nothing by itself still does to others. */
function Consequences({ preview }: { preview: BulkPreview }) {
  const m = useMessages();
  const words = m.changes.bulk;
  const items = blastConsequences(preview, m.changes.delete);
  return (
    <>
      {items.length > 0 && <TakesWithIt title={m.ui.takesWithIt} consequences={items} />}
      {preview.nodesLeft !== null && (
        <Note
          tone={preview.nodesLeft === 0 ? "danger" : "info"}
          title={words.nodesLeft(preview.nodesLeft)}
        />
      )}
      <Remarks preview={preview} />
    </>
  );
}

function Remarks({ preview }: { preview: BulkPreview }) {
  const words = useMessages().changes.bulk;
  return (
    <>
      {preview.gone.length > 0 && <Note tone="info" title={words.goneBefore(preview.gone)} />}
      {!preview.complete && <Note tone="warn" title={words.incomplete} />}
    </>
  );
}

function Danger(
  props: AskProps & {
    preview: BulkPreview;
    readAtMs: number;
    onConfirm: (confirm: string) => void;
  },
) {
  const { wish, what, targets, preview, readAtMs, onClose } = props;
  const { changes } = useMessages();
  const words = changes.bulk.words[wish];
  const nowMs = useNow();
  const { drain } = preview;
  const typed = preview.typed || (drain !== null && losesSomething(drain));
  const phrase = bulkPhrase(wish === "drain" ? "drain" : "delete", targets.length);
  const items =
    drain === null
      ? blastConsequences(preview, changes.delete)
      : drainConsequences(drain, changes.drain);
  return (
    <ConfirmDialog
      open
      icon={wish === "drain" ? LogOut : Trash2}
      question={words.question(what)}
      happens={words.happens}
      takes={items}
      checkedAgoMs={Math.max(0, nowMs - readAtMs)}
      {...(typed
        ? {
            typed: { name: phrase, because: changes.bulk.because },
          }
        : {})}
      verb={words.verb(what)}
      keep={changes.bulk.keepAll}
      busy={props.busy}
      onKeep={onClose}
      // Typed only where it was asked for: the panel looks again before it begins.
      onConfirm={() => props.onConfirm(typed ? phrase : "")}
    >
      <Remarks preview={preview} />
      <BulkList label={changes.bulk.objects} rows={targets} />
    </ConfirmDialog>
  );
}
