import { parseLabelChanges } from "@/lib/kube-bulk/label-text";
import type { BulkWish } from "@/lib/kube-bulk/wishes";
import type { Messages } from "@/lib/i18n/catalogue";
import { bulkChange, type BulkChange, type BulkPreview } from "@/lib/schemas/kube-bulk";

/** What somebody types before the change is complete. */
export interface BulkDraft {
  readonly replicas: string;
  readonly labels: string;
}

interface Read {
  /** Null while something is missing or wrong. */
  readonly change: BulkChange | null;
  readonly wrong: string | undefined;
}

/** The change that is wished for, with what was typed and what was read of its consequences. */
export function readDraft(
  wish: BulkWish,
  draft: BulkDraft,
  words: Messages["changes"]["bulk"],
): Read {
  if (wish === "label") return readLabels(draft.labels, words);
  if (wish === "suspend" || wish === "unsuspend")
    return plain({ action: "suspend", suspended: wish === "suspend" });
  if (wish === "drain")
    return plain({ action: "drain", deleteEmptyDir: false, deleteBarePods: false });
  if (wish !== "scale") return plain({ action: wish });
  const replicas = /^\d+$/.test(draft.replicas) ? Number(draft.replicas) : Number.NaN;
  const parsed = bulkChange.safeParse({ action: "scale", replicas });
  if (parsed.success) return plain(parsed.data);
  return {
    change: null,
    wrong: draft.replicas === "" ? undefined : parsed.error.issues[0]?.message,
  };
}

const plain = (change: BulkChange): Read => ({ change, wrong: undefined });

function readLabels(text: string, words: Messages["changes"]["bulk"]): Read {
  const labels = parseLabelChanges(text);
  if (!labels.ok) return { change: null, wrong: words.labelWrong(labels.line) };
  if (Object.keys(labels.value).length === 0) return { change: null, wrong: undefined };
  return plain({ action: "label", labels: { ...labels.value } });
}

/** A drain goes on with what was read out: files and bare pods that are lost were named. */
export const agreed = (change: BulkChange, preview: BulkPreview | undefined): BulkChange =>
  change.action !== "drain"
    ? change
    : {
        action: "drain",
        deleteEmptyDir: true,
        deleteBarePods: preview?.drain?.pods.some(({ bare }) => bare) ?? false,
      };

/** Changes whose consequences are read before they are asked about. */
export const hasConsequences = (change: BulkChange): boolean =>
  change.action === "delete" ||
  change.action === "drain" ||
  change.action === "cordon" ||
  (change.action === "scale" && change.replicas === 0);
