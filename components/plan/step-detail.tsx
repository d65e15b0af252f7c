"use client";
import { Power } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { ToneLabel } from "@/components/ui/status";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { diffText } from "@/lib/format/diff";
import { commandsOf, type FileAction, filesOf } from "@/lib/plan-summary/groups";
import type { PlanNodeView } from "@/lib/schemas/plan-view";
import { nameFrom, PlanState } from "./plan-state";
import { StepCommands } from "./step-commands";
import { StepFacts } from "./step-facts";
import { StepFiles } from "./step-files";
import { StepHead } from "./step-head";
import { StepNeeds } from "./step-needs";

export interface StepDetailProps {
  node: PlanNodeView;
  nodes: readonly PlanNodeView[];
  onChoose: (id: string) => void;
}

/** One step: why, and under tabs its files, commands, what was read, and what it needs. */
export function StepDetail(props: StepDetailProps) {
  const { node } = props;
  const words = useMessages().plan;
  const [wanted, setWanted] = useState<string>("files");
  const tabs = tabsOf(props, words.tabs);
  const filled = tabs.filter((tab) => tab.count !== 0);
  const shown = filled.find((tab) => tab.id === wanted) ?? filled[0] ?? tabs[0];
  return (
    <Card aria-label={words.step} data-step={node.id}>
      <div className="px-4 pt-3.5">
        <StepHead
          node={node}
          nodes={props.nodes}
          words={words}
          onChoose={props.onChoose}
          state={<PlanState node={node} nodes={props.nodes} pill />}
        />
        <p className="mt-1 max-w-[74ch] text-sm text-muted">{node.why}</p>
        <Outcome {...props} />
      </div>
      <Tabs
        label={words.tabsLabel}
        tabs={tabs.map((tab) => ({
          ...tab,
          content: <div className="px-4 pb-4">{tab.content}</div>,
        }))}
        value={shown?.id ?? "needs"}
        onChange={setWanted}
        className="mt-3 [&>[role=tablist]]:mb-3 [&>[role=tablist]]:px-4"
      />
    </Card>
  );
}

function tabsOf(
  { node, nodes, onChoose }: StepDetailProps,
  words: Record<"file" | "files" | "commands" | "facts" | "needs", string>,
): readonly Tab[] {
  const files = filesOf(node);
  const commands = commandsOf(node);
  return [
    {
      id: "files",
      label: files.length > 1 ? words.files : words.file,
      count: files.length === 0 ? 0 : <Change files={files} />,
      content: <StepFiles key={node.id} node={node} files={files} />,
    },
    {
      id: "commands",
      label: words.commands,
      count: commands.length,
      content: <StepCommands actions={commands} />,
    },
    {
      id: "facts",
      label: words.facts,
      count: node.facts.length,
      content: <StepFacts node={node} nodes={nodes} />,
    },
    {
      id: "needs",
      label: words.needs,
      count: node.after.length,
      content: <StepNeeds node={node} nodes={nodes} onChoose={onChoose} />,
    },
  ];
}

/** "+37 −2" over all files of the step. */
function Change({ files }: { files: readonly FileAction[] }): ReactNode {
  const sums = files.map((file) =>
    diffText(file.before ?? "", file.kind === "write-file" ? file.after : ""),
  );
  const sum = (side: "added" | "removed") => sums.reduce((total, diff) => total + diff[side], 0);
  return `+${sum("added")} −${sum("removed")}`;
}

/** What was found, in a sentence. */
function Outcome({ node, nodes, onChoose }: StepDetailProps) {
  const words = useMessages().plan;
  switch (node.state) {
    case "in-sync":
      return <p className="mt-2 text-sm">{words.inSyncNote(node.note)}</p>;
    case "problem":
      return <ProblemCard bare problem={node.problem} className="mt-2 px-0! py-1!" />;
    case "change":
      return (
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <span className="min-w-0 break-words first-letter:uppercase">{node.summary}</span>
          {node.restarts.length > 0 && (
            <ToneLabel tone="warn" icon={Power} size="xs">
              {words.restartsUnits(node.restarts.join(", "))}
            </ToneLabel>
          )}
        </p>
      );
    case "unknown": {
      const until = nodes.find((candidate) => candidate.id === node.until);
      return (
        <Note tone="unknown" className="mt-3" title={words.unknownBody(node.missing)}>
          {until && (
            <button type="button" className="link" onClick={() => onChoose(until.id)}>
              {words.unknownLink(nameFrom(node, until))}
            </button>
          )}
        </Note>
      );
    }
  }
}
