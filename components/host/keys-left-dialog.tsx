"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import type { Forgotten } from "./use-hosts";

/** After hosts were forgotten that still let the panel's key in: why, and how to end that by hand. */
export function KeysLeftDialog(props: { left: readonly Forgotten[]; onClose: () => void }) {
  const { left, onClose } = props;
  const m = useMessages();
  const words = m.hosts.remove;
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.leftTitle(left.length)}
      description={words.leftBody}
      foot={
        <Button autoFocus onClick={onClose}>
          {m.ui.close}
        </Button>
      }
    >
      <ul className="grid gap-4 text-sm">
        {left.map(({ name, removed }) => (
          <li key={name} className="grid gap-1.5">
            <p className="break-words">{removed.problem?.detail}</p>
            {removed.byHand !== null && (
              <CodeBlock text={removed.byHand} what={words.leftCommand(name)} />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
