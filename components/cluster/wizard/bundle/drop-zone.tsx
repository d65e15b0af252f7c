"use client";
import { Upload } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** Where files are dropped; the button opens the platform's own chooser. */
export function DropZone(props: { onFiles: (files: readonly File[]) => void; compact: boolean }) {
  const { onFiles, compact } = props;
  const words = useMessages().wizard.bundle;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      className={cx(
        "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed px-3.5",
        compact ? "py-2.5" : "py-4",
        over ? "border-accent-solid bg-accent-tint" : "border-line-control bg-sunken",
      )}
    >
      <Icon of={Upload} className="text-muted" />
      <p className="min-w-0 flex-1 basis-56 text-sm">
        {compact ? words.dropMore : words.drop}
        {!compact && <span className="block text-xs text-muted">{words.dropHelp}</span>}
      </p>
      <Button className="max-sm:w-full" onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.inputLabel}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = ""; // the same file may be chosen again
        }}
      />
    </div>
  );
}
