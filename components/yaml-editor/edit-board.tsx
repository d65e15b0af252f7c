"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMay } from "@/components/cluster/use-may";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { DiffView } from "@/components/ui/diff-view";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { toast } from "@/components/ui/toast";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { EditableObject, EditInput, EditReport } from "@/lib/schemas/kube-change";
import { EditConflicts, type Sides } from "./edit-conflicts";
import { EditorSplit } from "./editor-split";

const NO_MARKS: EditReport["marks"] = [];

interface Props {
  readonly clusterId: string;
  readonly object: ObjectRef;
  readonly opened: EditableObject;
  readonly onSaved: () => void;
}

/** The editor, what the cluster says of the change, and the way to save it. */
export function EditBoard(props: Props) {
  const { clusterId, object } = props;
  const words = useMessages().changes.yaml;
  const board = useBoard(props);
  const { report } = board;
  return (
    <>
      <EditorSplit
        clusterId={clusterId}
        value={board.text}
        onChange={board.edit}
        marks={report?.marks ?? NO_MARKS}
      >
        {object.kind === "Secret" && <Note tone="info" title={words.secretNote} />}
        {board.error && <ProblemCard problem={problemOf(board.error)} />}
        {report && <Findings report={report} decided={board.decided} onDecide={board.decide} />}
      </EditorSplit>
      <EditBar board={board} />
    </>
  );
}

function useBoard({ clusterId, object, opened, onSaved }: Props) {
  const words = useMessages().changes.yaml;
  const [text, setText] = useState(opened.text);
  const [decided, setDecided] = useState<Sides>({});
  const sent = useMutation({
    mutationFn: (input: EditInput) => api.post<EditReport>(`/clusters/${clusterId}/edit`, input),
    onSuccess: ({ outcome }) => {
      if (outcome !== "changed") return;
      toast.done({ title: words.saved(object.name) });
      onSaved();
    },
  });
  const run = (dryRun: boolean, sides = decided) =>
    sent.mutate({ object, base: opened.text, text, dryRun, decided: sides });
  const edit = (next: string) => {
    setText(next);
    if (next !== text) sent.reset();
  };
  const decide = (path: string, side: Sides[string]) => {
    const next = { ...decided, [path]: side };
    setDecided(next);
    if (sent.data?.conflicts.every((each) => next[each.path] !== undefined)) run(true, next);
  };
  const isChanged = text !== opened.text;
  const { data: report, error, isPending: busy } = sent;
  return { text, decided, report, error, busy, isChanged, run, edit, decide };
}

function EditBar(props: { board: ReturnType<typeof useBoard> }) {
  const { report, busy, isChanged, run } = props.board;
  const words = useMessages().changes.yaml;
  const router = useRouter();
  const mayWrite = useMay("kube:write");
  const canSave = report?.outcome === "would-change";
  return (
    <ActionBar facts="">
      <Button onClick={() => router.back()}>{words.back}</Button>
      {mayWrite && (
        <Button
          look={canSave ? "secondary" : "primary"}
          busy={busy && !canSave}
          disabled={!isChanged}
          onClick={() => run(true)}
        >
          {words.tryIt}
        </Button>
      )}
      {canSave && (
        <Button look="primary" busy={busy} onClick={() => run(false)}>
          {words.save}
        </Button>
      )}
    </ActionBar>
  );
}

function Findings(props: {
  report: EditReport;
  decided: Sides;
  onDecide: (path: string, side: Sides[string]) => void;
}) {
  const { report, decided, onDecide } = props;
  const words = useMessages().changes.yaml;
  const { outcome, problem, conflicts, before, after, owned } = report;
  return (
    <>
      {problem && <ProblemCard problem={problem} />}
      {outcome === "same" && <Note tone="info" title={words.same} />}
      {outcome === "would-change" && <Note tone="ok" title={words.wouldChange} />}
      {conflicts.length > 0 && (
        <EditConflicts conflicts={conflicts} decided={decided} onDecide={onDecide} />
      )}
      {owned.length > 0 && (
        <Note tone="warn" title={words.ownedHead}>
          <ul>
            {owned.map(({ path, managers }) => (
              <li key={path} className="break-words">
                <code className="text-xs">{path}</code>: {managers.join(", ")}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {outcome === "would-change" && before !== null && after !== null && (
        <DiffView before={before} after={after} name={words.diffName} />
      )}
    </>
  );
}
