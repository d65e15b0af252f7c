"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";

import { useSiteEditor } from "./site-editor";
import type { SiteImportAnswer } from "@/lib/schemas/site-view-row";

/** The host's other firewall rules as they are, and where they are in the way of the site's. */
export function OtherRules(props: { hostId: string; name: string; onClose: () => void }) {
  const { hostId, name, onClose } = props;
  const { site } = useSiteEditor();
  const m = useMessages();
  const words = m.network.rules;
  const found = useQuery({
    queryKey: ["sites", site.id, "import", hostId],
    queryFn: ({ signal }) =>
      api.post<SiteImportAnswer>(`/sites/${site.id}/import`, { hostId }, { signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      width="lg"
      title={words.othersTitle(name)}
      description={words.othersBody}
    >
      {found.error !== null && <ProblemCard problem={problemOf(found.error)} />}
      {found.data === undefined && found.error === null && <SkeletonLines label={m.ui.loading} />}
      {found.data !== undefined && (
        <div className="grid gap-3">
          {found.data.conflicts.map((conflict) => (
            <Note key={conflict} tone="warn" title={conflict} />
          ))}
          {found.data.text.trim() === "" ? (
            <p className="text-sm text-muted">{words.othersNone}</p>
          ) : (
            <CodeBlock text={found.data.text} what={words.othersTitle(name)} />
          )}
        </div>
      )}
    </Dialog>
  );
}
