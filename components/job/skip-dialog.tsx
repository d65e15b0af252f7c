"use client";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { JobView, NodeView } from "@/lib/schemas/job-view";
import { nodesOf } from "@/lib/job-graph/progress";

/** Source: the limit of a reason in lib/schemas/job.ts. */
const LONGEST_REASON = 500;

/** A step is only skipped with a reason, which the history keeps. */
export function SkipDialog(props: {
  node: NodeView;
  view: JobView;
  onClose: () => void;
  onSkip: (reason: string) => void;
}) {
  const { node, view, onClose, onSkip } = props;
  const m = useMessages();
  const words = m.jobs.skipDialog;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === "";
  const waiting = nodesOf(view).filter((other) => other.after.includes(node.id)).length;
  const skip = () => {
    setTried(true);
    if (!missing) onSkip(reason.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title(`${node.hostName} › ${node.label}`)}
      description={`${words.description} ${words.waiting(waiting)}`}
      foot={
        <>
          <Button onClick={onClose}>{m.ui.cancel}</Button>
          <Button look="primary" onClick={skip}>
            {words.verb}
          </Button>
        </>
      }
    >
      <Field
        label={words.reason}
        help={words.reasonHelp}
        problem={tried && missing ? words.reasonMissing : undefined}
      >
        <Textarea
          rows={3}
          autoFocus
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}
