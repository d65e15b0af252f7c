"use client";
import { HardDriveDownload, KeyRound } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { HostRow } from "@/lib/schemas/host";
import { PinnedKey, usePinnedDate } from "./pinned-key";

/** A host shows another key than the pinned one: nothing was sent; compare before anything is. */
export function KeyChangedNote(props: { row: HostRow; onCompare: () => void }) {
  const { row, onCompare } = props;
  const words = useMessages().hosts.keyChanged;
  const date = usePinnedDate(row);
  return (
    <Note
      tone="danger"
      icon={KeyRound}
      title={words.title(date)}
      className="my-2"
      actions={
        <Button size="sm" icon={HardDriveDownload} onClick={onCompare}>
          {words.compare}
        </Button>
      }
    >
      <p>{words.body}</p>
      <PinnedKey row={row} />
    </Note>
  );
}
