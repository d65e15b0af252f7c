"use client";
import { type FormEvent, type ReactNode, useId } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import type { Problem } from "@/lib/core/problem";

/** A form about dynamic DNS. Its button saves in the panel. */
export function DdnsDialog(props: {
  title: string;
  description: string;
  form: {
    readonly whole: string | null;
    readonly refused: Problem | null;
    readonly isBusy: boolean;
    readonly submit: (event: FormEvent<HTMLFormElement>) => void;
  };
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, description, form, onClose } = props;
  const m = useMessages();
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      foot={
        <>
          <Button onClick={onClose}>{m.ui.cancel}</Button>
          <Button look="primary" type="submit" form={id} busy={form.isBusy}>
            {m.network.ddns.nameDialog.save}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="grid gap-3.5">
        {form.refused !== null && <ProblemCard problem={form.refused} />}
        {form.whole !== null && <Note tone="danger" alert title={form.whole} />}
        {props.children}
      </form>
    </Dialog>
  );
}
