"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, FileBox, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { ProblemCard } from "@/components/ui/problem-card";
import type { BundleFile, BundleRow } from "@/lib/schemas/artifact";

/** The files of a bundle, and the way to be rid of it. */
export function BundleDetails(props: { bundle: BundleRow; onRemoved: () => void }) {
  const { bundle } = props;
  const words = useMessages().wizard.bundle;
  const used = bundle.usedBy.length > 0;
  return (
    <div className="rounded-md border border-line">
      <ul aria-label={words.filesOf(bundle.name)} className="divide-y divide-line">
        {bundle.files.map((file) => (
          <FileLine key={file.name} file={file} />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3.5 py-2">
        <p className="min-w-0 flex-1 basis-56 text-xs text-muted">
          {bundle.origin === "folder" ? words.fromFolder : words.uploaded}{" "}
          {used && words.usedBy(bundle.usedBy.join(", "))}
        </p>
        {bundle.origin === "uploaded" && !used && <Remove {...props} />}
      </div>
    </div>
  );
}

function FileLine({ file }: { file: BundleFile }) {
  const words = useMessages().wizard.bundle;
  const f = useFormat();
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)] items-center gap-x-2.5 px-3.5 py-2">
      <Icon
        of={file.verified ? Check : FileBox}
        className={file.verified ? "text-ok-solid" : "text-muted"}
      />
      <div className="min-w-0">
        <p className="font-mono text-xs break-all">{file.name}</p>
        <p className="num text-xs text-muted">
          {f.bytes(file.sizeBytes)}
          {file.verified && ` · ${words.verified}`}
          <span className="max-sm:hidden" title={file.sha256}>
            {` · ${words.sha256(file.sha256.slice(0, 12))}`}
          </span>
        </p>
      </div>
    </li>
  );
}

function Remove(props: { bundle: BundleRow; onRemoved: () => void }) {
  const { bundle, onRemoved } = props;
  const words = useMessages().wizard.bundle;
  const f = useFormat();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.delete(`/artifacts/bundles/${bundle.id}`),
    onSuccess: onRemoved,
    onSettled: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ["artifacts", "bundles"] });
    },
  });
  const bytes = bundle.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <>
      <Button size="sm" look="ghost" icon={Trash2} onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onKeep={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
        icon={Trash2}
        question={words.removeQuestion(bundle.name)}
        happens={words.removeHappens(f.bytes(bytes))}
        verb={words.removeVerb}
        busy={remove.isPending}
      />
      {remove.error && <ProblemCard problem={problemOf(remove.error)} className="w-full" />}
    </>
  );
}
