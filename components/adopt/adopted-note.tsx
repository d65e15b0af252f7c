"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "@/components/cluster/use-may";
import { api } from "@/components/hooks/api";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Note } from "@/components/ui/note";
import type { AdoptedStanding } from "@/lib/schemas/adopt";
import type { AdoptedCluster } from "@/lib/schemas/cluster";

/** An administrator of the cluster may grant it at any time. */
const ASK_EVERY_MS = 30_000;

/** Says on a cluster's pages that it can only be read here, and what changes that. */
export function AdoptedNote({ cluster }: { cluster: AdoptedCluster }) {
  const words = useMessages().adopt.readOnly;
  const { grantName } = useMessages().adopt;
  const mayAdopt = useMay("clusters:adopt");
  const [isShown, setShown] = useState(false);
  const standing = useQuery({
    queryKey: ["adopted", cluster.id],
    queryFn: ({ signal }) =>
      api.get<AdoptedStanding>(`/clusters/${cluster.id}/adopted`, { signal }),
    refetchInterval: ({ state }) => (state.data?.people === true ? false : ASK_EVERY_MS),
  });
  const grant = standing.data?.grant ?? null;
  if (standing.data?.people !== false) return null;
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
