"use client";
import { CircleStop, Upload } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ProblemCard } from "@/components/ui/problem-card";
import type { BundleRow } from "@/lib/schemas/artifact";
import { ChosenFileRow } from "./chosen-file-row";
import { DropZone } from "./drop-zone";
import { type BundleUpload, useBundleUpload } from "./use-bundle-upload";

/** Files of a k3s release, from this device to the panel. */
export function BundleUploadForm(props: { onDone: (bundle: BundleRow) => void }) {
  const upload = useBundleUpload(props.onDone);
  const { chosen, sending, problem } = upload;
  return (
    <div className="grid gap-2.5">
      {!sending && (
        <DropZone compact={chosen.length > 0} onFiles={(files) => void upload.add(files)} />
      )}
      {chosen.length > 0 && <ChosenFiles upload={upload} />}
      {problem && <ProblemCard problem={problem} />}
    </div>
  );
}

function ChosenFiles({ upload }: { upload: BundleUpload }) {
  const { chosen, progress, sending } = upload;
  const words = useMessages().wizard.bundle;
  const promised = chosen.some(({ checksums }) => checksums !== null);
  return (
    <div className="rounded-md border border-line">
      <ul aria-label={words.chosen} className="divide-y divide-line">
        {chosen.map((file) => (
          <ChosenFileRow
            key={file.name}
            chosen={file}
            progress={progress[file.name]}
            problem={upload.problemAt(file.name)}
            promised={promised}
            onRemove={sending ? undefined : () => upload.remove(file.name)}
          />
        ))}
      </ul>
      <Foot upload={upload} />
    </div>
  );
}

function Foot({ upload }: { upload: BundleUpload }) {
  const { chosen, sending, missing, ready } = upload;
  const words = useMessages().wizard.bundle;
  const f = useFormat();
  const files = chosen.filter(({ checksums }) => checksums === null);
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const wrong = chosen.filter(({ name }) => upload.problemAt(name) !== undefined).length;
  const obstacle = wrong > 0 ? words.mend(wrong) : missing;
  const note = sending ? words.stay : (obstacle ?? words.size(files.length, f.bytes(bytes)));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-3.5 py-2.5">
      <p
        role="status"
        className={`min-w-0 flex-1 basis-56 text-xs ${obstacle && !sending ? "text-danger" : "text-muted"}`}
      >
        {note}
      </p>
      {sending ? (
        <Button className="max-sm:w-full" icon={CircleStop} onClick={upload.cancel}>
          {words.cancel}
        </Button>
      ) : (
        <Button className="max-sm:w-full" icon={Upload} disabled={!ready} onClick={upload.start}>
          {words.upload}
        </Button>
      )}
    </div>
  );
}
