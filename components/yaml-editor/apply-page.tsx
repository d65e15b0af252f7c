"use client";
import { useMemo, useState } from "react";
import { AdoptedNote } from "@/components/adopt/adopted-note";
import { ClusterCrumbs } from "@/components/cluster/cluster-crumbs";
import { useMayIn } from "@/components/cluster/use-may-in";
import { useMessages } from "@/components/hooks/use-messages";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import type { ApplyReport } from "@/lib/schemas/kube-change";
import { ApplyConflicts, decisionKey, type Decisions } from "./apply-conflicts";
import { ApplyResults } from "./apply-results";
import { EditorSplit } from "./editor-split";
import { takeText } from "./handed-text";
import { OpenFiles } from "./open-files";
import { TextProblems } from "./text-problems";
import { marksOfReport, useApply } from "./use-apply";

/** Any objects as YAML: each is tried first, then all are applied, and each says how it went. */
export function ApplyPage(props: { clusterId: string }) {
  const { clusterId } = props;
  const m = useMessages();
  const words = m.changes.yaml;
  const board = useBoard(clusterId);
  return (
    <>
      <ClusterCrumbs clusterId={clusterId} items={[{ label: words.applyCrumb }]} />
      <PageHead
        title={words.applyTitle}
        facts={words.applyFacts}
        actions={<OpenFiles onText={(added) => board.edit(joinTexts(board.text, added))} />}
      />
      <AdoptedNote clusterId={clusterId} />
      <EditorSplit
        clusterId={clusterId}
        value={board.text}
        onChange={board.edit}
        marks={board.marks}
      >
        <Findings board={board} />
      </EditorSplit>
      <ApplyBar clusterId={clusterId} board={board} />
    </>
  );
}

/** The text, what the cluster said of it, and what was decided about other people's fields. */
function useBoard(clusterId: string) {
  const [text, setText] = useState(takeText);
  const [namespace, setNamespace] = useState("default");
  const [conflicts, setConflicts] = useState<Decisions>({});
  const { send, busy, report, problem, reset } = useApply(clusterId);
  const marks = useMemo(() => marksOfReport(report), [report]);
  const run = (dryRun: boolean, decisions = conflicts) =>
    void send({ text, namespace, dryRun, conflicts: decisions }).catch(() => undefined);
  const edit = (next: string) => {
    setText(next);
    if (next !== text) reset();
  };
  const decide = (key: string, side: Decisions[string]) => {
    const next = { ...conflicts, [key]: side };
    setConflicts(next);
    run(true, next);
  };
  return {
    text,
    namespace,
    conflicts,
    busy,
    report,
    problem,
    marks,
    setNamespace,
    run,
    edit,
    decide,
  };
}

type Board = ReturnType<typeof useBoard>;

function Findings(props: { board: Board }) {
  const { namespace, setNamespace, problem, report, conflicts, decide } = props.board;
  const words = useMessages().changes.yaml;
  const open = report?.results.filter(({ outcome }) => outcome === "conflict") ?? [];
  return (
    <>
      <Field label={words.namespace}>
        <Input
          value={namespace}
          autoComplete="off"
          onChange={(event) => setNamespace(event.target.value)}
        />
      </Field>
      {problem && <ProblemCard problem={problem} />}
      {report && <Outcome report={report} />}
      {open.map((result) => (
        <ApplyConflicts
          key={result.number}
          result={result}
          decided={conflicts[decisionKey(result)]}
          onDecide={(side) => decide(decisionKey(result), side)}
        />
      ))}
      {report && report.results.length > 0 && <ApplyResults report={report} />}
    </>
  );
}

function ApplyBar(props: { clusterId: string; board: Board }) {
  const { text, report, busy, run } = props.board;
  const words = useMessages().changes.yaml;
  const mayWrite = useMayIn(props.clusterId, "kube:write");
  const isEmpty = text.trim() === "";
  const canApply = report?.dryRun === true && report.clean;
  return (
    <ActionBar facts={isEmpty ? words.nothing : ""}>
      <Button
        look={canApply ? "secondary" : "primary"}
        busy={busy && !canApply}
        disabled={isEmpty || !mayWrite}
        onClick={() => run(true)}
      >
        {words.tryIt}
      </Button>
      {canApply && (
        <Button look="primary" busy={busy} onClick={() => run(false)}>
          {words.apply(report.results.length)}
        </Button>
      )}
    </ActionBar>
  );
}

/** Files are added behind what is there. */
const joinTexts = (before: string, added: string): string =>
  before.trim() === "" ? added : `${before.trimEnd()}\n---\n${added}`;

function Outcome(props: { report: ApplyReport }) {
  const words = useMessages().changes.yaml;
  const { dryRun, clean, results, textProblems } = props.report;
  if (textProblems.length > 0) return <TextProblems problems={textProblems} />;
  const refused = results.filter(({ outcome }) => outcome === "failed" || outcome === "conflict");
  if (!clean)
    return (
      <Note
        alert
        tone="danger"
        title={dryRun ? words.refusedDry(refused.length) : words.refusedSome(refused.length)}
      />
    );
  return <Note tone="ok" title={dryRun ? words.tried : words.applied(results.length)} />;
}
