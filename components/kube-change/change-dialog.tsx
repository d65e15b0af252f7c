"use client";
import type { ComponentProps, ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { Problem } from "@/lib/core/problem";

type Frame = Pick<ComponentProps<typeof Dialog>, "title" | "description" | "width" | "onClose">;

/** A change that destroys nothing: what is asked, why it was refused, and the button that sends it. */
export function ChangeDialog(
  props: Frame & {
    problem: Problem | null;
    /** What the question needs to know is not here yet. */
    reading?: boolean;
    /** Null: there is nothing to send. */
    submit: { label: ReactNode; busy: boolean; disabled?: boolean; act: () => void } | null;
    children?: ReactNode;
  },
) {
  const { problem, reading = false, submit, children, ...frame } = props;
  const m = useMessages();
  const isEmpty = problem === null && !reading && children === undefined;
  return (
    <Dialog
      open
      {...frame}
      foot={
        <>
          <Button onClick={frame.onClose}>{m.changes.cancel}</Button>
          {submit && (
            <Button
              look="primary"
              busy={submit.busy}
              disabled={submit.disabled ?? false}
              onClick={submit.act}
            >
              {submit.label}
            </Button>
          )}
        </>
      }
    >
      {!isEmpty && (
        <div className="grid gap-3.5">
          {problem && <ProblemCard problem={problem} />}
          {reading && <SkeletonLines lines={3} label={m.ui.loading} />}
          {children}
        </div>
      )}
    </Dialog>
  );
}
