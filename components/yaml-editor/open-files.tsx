"use client";
import { FolderOpen } from "lucide-react";
import { useRef } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { MAX_TEXT_BYTES } from "@/lib/kube-write/parse-documents";

/** Reads files of this device into one text, in the order in which they were chosen. */
export function OpenFiles(props: { onText: (text: string) => void }) {
  const { onText } = props;
  const words = useMessages().changes.yaml;
  const input = useRef<HTMLInputElement>(null);
  const read = async (files: readonly File[]) => {
    const large = files.find(({ size }) => size > MAX_TEXT_BYTES);
    if (large !== undefined) return toast.failed({ title: words.fileTooLarge(large.name) });
    const texts = await Promise.all(files.map((file) => file.text()));
    onText(texts.map((text) => text.trimEnd()).join("\n---\n"));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".yaml,.yml,.json,text/plain"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          void read(files);
          event.target.value = "";
        }}
      />
      <Button icon={FolderOpen} onClick={() => input.current?.click()}>
        {words.openFile}
      </Button>
    </>
  );
}
