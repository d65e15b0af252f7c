"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ChangeList } from "./change-list";
import { policyChanges } from "./policy-changes";
import { keepDraft, type SiteDraft } from "./site-draft";
import { useSiteEditor } from "./site-editor";
import { useSite } from "./use-site";

/** Somebody else saved meanwhile: what they changed, what is in the draft, and which of the two stays. */
export function ConflictDialog(props: {
  draft: SiteDraft;
  busy: boolean;
  onClose: () => void;
  onSaveMine: () => void;
}) {
  const { draft, busy, onClose, onSaveMine } = props;
  const { site } = useSiteEditor();
  const words = useMessages().network.conflict;
  const theirs = useSite(site.id).data?.spec ?? draft.base;
  const takeTheirs = () => {
    keepDraft(site.id, null);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      description={words.description}
      foot={
        <>
          <Button onClick={takeTheirs}>{words.takeTheirs}</Button>
          <Button look="danger" busy={busy} onClick={onSaveMine}>
            {words.saveMine}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <section>
          <h3 className="mb-1 text-2xs font-[550] text-muted">{words.theirs}</h3>
          <ChangeList changes={policyChanges(draft.base, theirs)} />
        </section>
        <section>
          <h3 className="mb-1 text-2xs font-[550] text-muted">{words.mine}</h3>
          <ChangeList changes={policyChanges(draft.base, draft.spec)} />
        </section>
      </div>
    </Dialog>
  );
}
