"use client";
import { type ReactNode, useMemo } from "react";
import { useMay } from "@/components/cluster/use-may";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import type { SiteDetailAnswer } from "@/lib/schemas/site-view-row";
import { DraftBar } from "./draft-bar";
import { FindingList } from "./finding-list";
import { MatrixSkeleton } from "./matrix-skeleton";
import { policyChanges } from "./policy-changes";
import { keepDraft, useDraft } from "./site-draft";
import { type SiteEditor, SiteEditorContext } from "./site-editor";
import { SiteHead } from "./site-head";
import { SiteTabs } from "./site-tabs";
import { SiteTrial } from "./site-trial";
import { useSite, useSiteCheck } from "./use-site";

/** Head, tabs and draft of a site; its sections share them. */
export function SiteFrame(props: { id: string; children: ReactNode }) {
  const m = useMessages();
  const { data, error, refetch, isFetching } = useSite(props.id);
  if (data !== undefined) return <Framed answer={data}>{props.children}</Framed>;
  return (
    <>
      <Breadcrumb items={[{ label: m.network.title, href: PLACES.network }]} />
      {error === null ? (
        <MatrixSkeleton />
      ) : (
        <>
          <PageHead title={m.network.title} />
          <ProblemCard
            problem={problemOf(error)}
            actions={
              <>
                <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
                  {m.ui.tryNow}
                </Button>
                <ButtonLink size="sm" look="ghost" href={`${PLACES.network}?all`}>
                  {m.network.all}
                </ButtonLink>
              </>
            }
          />
        </>
      )}
    </>
  );
}

function Framed(props: { answer: SiteDetailAnswer; children: ReactNode }) {
  const words = useMessages().network;
  const editor = useEditor(props.answer);
  const { site } = editor;
  return (
    <SiteEditorContext value={editor}>
      <Breadcrumb
        items={[{ label: words.title, href: `${PLACES.network}?all` }, { label: site.name }]}
      />
      <div className="flex min-h-[calc(100dvh-var(--topbar)-60px)] flex-col max-sm:min-h-0 max-sm:pb-28">
        <SiteHead />
        <SiteTabs />
        <SiteTrial site={site} />
        <FindingList />
        <div className="mb-6 min-w-0 flex-1">{props.children}</div>
        <DraftBar revision={props.answer.site.revision} />
      </div>
    </SiteEditorContext>
  );
}

/** The saved policy with this browser's edits over it. */
function useEditor(answer: SiteDetailAnswer): SiteEditor {
  const { site, spec: saved, applied, findings } = answer;
  const mayEdit = useMay("network:write");
  const draft = useDraft(site.id);
  const spec = draft?.spec ?? saved;
  const changes = useMemo(() => policyChanges(saved, spec), [saved, spec]);
  const isDraft = changes.length > 0;
  const check = useSiteCheck(site.id, isDraft ? spec : null).data;
  return {
    site,
    saved,
    applied,
    spec,
    changes,
    findings: isDraft ? (check?.findings ?? []) : findings,
    check: isDraft ? (check ?? null) : null,
    mayEdit,
    edit: (next) => {
      const base = draft ?? { base: saved, baseRevision: site.revision };
      const isBack = policyChanges(base.base, next).length === 0;
      keepDraft(site.id, isBack ? null : { ...base, spec: next });
    },
  };
}
