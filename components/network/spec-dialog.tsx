"use client";
import { type FormEvent, type ReactNode, useId } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";

/** A small form about one part of the policy. Its button puts it into the draft. */
export function SpecDialog(props: {
  title: string;
  description?: string;
  whole: string | null;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, description, whole, submit, onClose } = props;
  const m = useMessages();
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      {...(description === undefined ? {} : { description })}
      foot={
        <>
          <Button onClick={onClose}>{m.ui.cancel}</Button>
          <Button look="primary" type="submit" form={id}>
            {m.network.draft.put}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="grid gap-3.5">
        {whole !== null && <Note tone="danger" alert title={whole} />}
        {props.children}
      </form>
    </Dialog>
  );
}
