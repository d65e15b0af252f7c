"use client";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import type { BulkWish } from "@/lib/kube-bulk/wishes";
import { bulkPhrase, type BulkInput, type BulkTarget } from "@/lib/schemas/kube-bulk";
import { BulkAsk } from "./bulk-ask";
import { BulkProgressDialog } from "./bulk-progress";
import type { Run } from "./use-run";

/** Asks, then shows how it goes with each object. */
export function BulkDialog(props: {
  clusterId: string;
  run: Run;
  wish: BulkWish;
  what: string;
  targets: readonly BulkTarget[];
  onClose: () => void;
}) {
  const { clusterId, run, wish, what, targets, onClose } = props;
  const words = useMessages().changes.bulk.words[wish];
  if (run.progress !== undefined)
    return (
      <BulkProgressDialog
        run={run}
        progress={run.progress}
        title={words.verb(what)}
        onAgain={(uids) => run.input && run.start(only(run.input, uids))}
        onClose={onClose}
      />
    );
  return (
    <BulkAsk
      {...{ clusterId, wish, what, targets, onClose }}
      busy={run.starting}
      problem={run.error === null ? null : problemOf(run.error)}
      onStart={run.start}
    />
  );
}

/** The same change of some of the objects: it was agreed to for all of them. */
function only(input: BulkInput, uids: readonly string[]): BulkInput {
  const objects = input.objects.filter(({ uid }) => uids.includes(uid));
  const phrase = bulkPhrase(input.change.action, objects.length);
  return { ...input, objects, confirm: input.confirm === "" ? "" : phrase };
}
