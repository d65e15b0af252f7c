"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { Problem } from "@/lib/core/problem";

/** In place of a question: what it takes with it is still being read, or why it was refused. */
export function WaitDialog(props: {
  question: string;
  problem: Problem | null;
  onClose: () => void;
}) {
  const { question, problem, onClose } = props;
  const m = useMessages();
  return (
    <Dialog
      open
      onClose={onClose}
      title={question}
      foot={<Button onClick={onClose}>{m.changes.close}</Button>}
    >
      {problem === null ? (
        <SkeletonLines lines={4} label={m.ui.loading} />
      ) : (
        <ProblemCard problem={problem} />
      )}
    </Dialog>
  );
}
