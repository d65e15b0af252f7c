"use client";
import { useState } from "react";
import { useMay } from "@/components/cluster/use-may";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Note } from "@/components/ui/note";
import { useStanding } from "./use-standing";

/** Says on a cluster's pages that it can only be read here, and what changes that; nothing where people may act. */
export function AdoptedNote({ clusterId }: { clusterId: string }) {
  const words = useMessages().adopt.readOnly;
  const { grantName } = useMessages().adopt;
  const mayAdopt = useMay("clusters:adopt");
  const [isShown, setShown] = useState(false);
  const standing = useStanding(clusterId);
  const grant = standing?.grant ?? null;
  if (standing?.people !== false) return null;
  return (
    <Note
      className="mb-4"
      tone="info"
      title={words.title}
      actions={
        mayAdopt &&
        grant !== null && (
          <Button size="sm" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? words.hide : words.show}
          </Button>
        )
      }
    >
      {words.body}
      {isShown && grant !== null && (
        <CodeBlock className="mt-2 max-h-72 overflow-y-auto" text={grant} what={grantName} />
      )}
    </Note>
  );
}
