"use client";
import { Diff, ListChecks, Play, Save, Undo2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { isApiProblem, problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { ChangeList } from "./change-list";
import { ConflictDialog } from "./conflict-dialog";
import { sitePlanHref } from "./network-links";
import { keepDraft, useDraft } from "./site-draft";
import { useSiteEditor } from "./site-editor";
import { useSavePolicy } from "./use-site";

/** The foot: what is not saved, what is not on the hosts yet, and the way on. Nothing when all is. */
export function DraftBar(props: { revision: number }) {
  const { site, changes, mayEdit } = useSiteEditor();
  if (!mayEdit) return null;
  if (changes.length > 0) return <NotSaved revision={props.revision} />;
  if (site.runningJobId !== null) return <Running jobId={site.runningJobId} />;
  return site.appliedRevision === site.revision ? null : <NotApplied />;
}

/** Saves the draft; somebody else's newer revision is shown before anything is overwritten. */
function useSaving(revision: number) {
  const { site, spec } = useSiteEditor();
  const words = useMessages().network.draft;
  const draft = useDraft(site.id);
  const save = useSavePolicy(site.id);
  const router = useRouter();
  const [isConflict, setConflict] = useState(false);
  const send = (baseRevision: number, isApplying: boolean) =>
    save.mutate(
      { spec, baseRevision },
      {
        onSuccess: () => {
          keepDraft(site.id, null);
          setConflict(false);
          if (isApplying) router.push(sitePlanHref(site.id, "apply-site"));
        },
        onError: (error) => {
          if (isApiProblem(error) && error.status === 409) setConflict(true);
          else toast.failed({ title: words.failed, body: problemOf(error).detail, id: "save" });
        },
      },
    );
  const isBehind = draft !== null && draft.baseRevision !== revision;
  return {
    draft,
    isBusy: save.isPending,
    isConflict,
    closeConflict: () => setConflict(false),
    saveMine: () => send(revision, false),
    begin: (isApplying: boolean) => (isBehind ? setConflict(true) : send(revision, isApplying)),
  };
}

function NotSaved({ revision }: { revision: number }) {
  const { site, changes } = useSiteEditor();
  const words = useMessages().network.draft;
  const saving = useSaving(revision);
  return (
    <ActionBar
      facts={
        <span className="flex items-center gap-2 text-sm text-text">
          <Icon of={Diff} className="text-accent" />
          {words.notSaved(changes.length)}
          <Popover label={words.what} align="start" content={<ChangeList changes={changes} />}>
            <button type="button" className="link text-sm">
              {words.what}
            </button>
          </Popover>
        </span>
      }
    >
      <Button icon={Undo2} look="ghost" onClick={() => keepDraft(site.id, null)}>
        {words.discard}
      </Button>
      <Button icon={Save} busy={saving.isBusy} onClick={() => saving.begin(false)}>
        {words.save}
      </Button>
      <Button
        look="primary"
        icon={Play}
        disabled={saving.isBusy || site.runningJobId !== null}
        onClick={() => saving.begin(true)}
      >
        {words.saveAndApply}
      </Button>
      {saving.isConflict && saving.draft !== null && (
        <ConflictDialog
          draft={saving.draft}
          busy={saving.isBusy}
          onClose={saving.closeConflict}
          onSaveMine={saving.saveMine}
        />
      )}
    </ActionBar>
  );
}

function NotApplied() {
  const { site, findings } = useSiteEditor();
  const words = useMessages().network.draft;
  const blockers = findings.filter(({ severity }) => severity === "blocker").length;
  return (
    <ActionBar
      facts={
        <span className="flex items-center gap-2 text-sm text-text" id="not-applied">
          <Icon of={ListChecks} className="text-info-solid" />
          {blockers > 0
            ? words.blocked(blockers)
            : words.notApplied(site.revision, site.appliedRevision)}
        </span>
      }
    >
      <Apply isBlocked={blockers > 0} />
    </ActionBar>
  );
}

function Apply({ isBlocked }: { isBlocked: boolean }) {
  const { site } = useSiteEditor();
  const words = useMessages().network.draft;
  const router = useRouter();
  return (
    <Button
      look="primary"
      icon={Play}
      aria-disabled={isBlocked || undefined}
      aria-describedby="not-applied"
      onClick={() => !isBlocked && router.push(sitePlanHref(site.id, "apply-site"))}
    >
      {words.apply}
    </Button>
  );
}

function Running({ jobId }: { jobId: string }) {
  const words = useMessages().network.draft;
  return (
    <ActionBar facts={<span className="text-sm text-text">{words.running}</span>}>
      <Link className="link text-sm" href={`${PLACES.jobs}/${jobId}`}>
        {words.watch}
      </Link>
    </ActionBar>
  );
}
