"use client";
import { FileCheck, FilePlus, Lock, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { DiffView } from "@/components/ui/diff-view";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { ToneLabel } from "@/components/ui/status";
import type { FileAction } from "@/lib/plan-summary/groups";
import type { PlanNodeView } from "@/lib/schemas/plan-view";

/** The difference of each file, who checks it, and where the old one is kept. */
export function StepFiles(props: { node: PlanNodeView; files: readonly FileAction[] }) {
  const { node, files } = props;
  const words = useMessages().plan;
  const [path, setPath] = useState(files[0]?.path ?? "");
  const file = files.find((candidate) => candidate.path === path) ?? files[0];
  if (!file) return <p className="text-sm text-muted">{words.noFiles}</p>;
  return (
    <>
      {files.length > 1 && (
        <Select
          aria-label={words.otherFiles}
          value={file.path}
          onChange={(event) => setPath(event.target.value)}
          options={files.map((each) => ({ value: each.path, label: each.path }))}
          className="mb-3 max-w-[440px]"
        />
      )}
      <DiffView
        key={file.path}
        before={file.before ?? ""}
        after={file.kind === "write-file" ? file.after : ""}
        name={file.path}
        head={
          <span className="flex min-w-0 flex-wrap gap-x-2.5">
            <code className="min-w-0 break-all text-text">{file.path}</code>
            {file.kind === "write-file" && (
              <span className="whitespace-nowrap max-sm:hidden">
                {file.mode} {file.owner}
              </span>
            )}
          </span>
        }
      />
      <Foot file={file} hostName={node.hostName} />
    </>
  );
}

function Foot({ file, hostName }: { file: FileAction; hostName: string }) {
  const words = useMessages().plan;
  const line = "inline-flex min-w-0 items-center gap-1.5 text-xs text-muted";
  return (
    <div className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
      {file.kind === "write-file" && file.validator !== null && (
        <ToneLabel
          tone="ok"
          icon={FileCheck}
          size="xs"
          className="max-w-full shrink! whitespace-normal!"
        >
          {words.checkedBy} <code className="font-meta break-all">{file.validator}</code>{" "}
          {words.checkedEnd}
        </ToneLabel>
      )}
      {file.kind === "remove-file" ? (
        <span className={line}>
          <Icon of={Trash2} size={15} />
          {words.removes}
        </span>
      ) : (
        <span className={line}>
          <Icon of={file.before === null ? FilePlus : Undo2} size={15} />
          {file.before === null ? words.isNew(hostName) : words.kept(hostName)}
        </span>
      )}
      {file.kind === "write-file" && file.secret && (
        <span className={line}>
          <Icon of={Lock} size={15} />
          {words.hasSecret}
        </span>
      )}
    </div>
  );
}
