"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { showProblem, useZodForm } from "@/components/form/use-zod-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemCard } from "@/components/ui/problem-card";
import { toast } from "@/components/ui/toast";
import type { Problem } from "@/lib/core/problem";
import { updateHostInput, type HostRow } from "@/lib/schemas/host";
import { useId, useState } from "react";
import { useEditHost } from "./use-hosts";

/** Name, address, port and user of a host. Nothing changes on the host itself. */
export function EditHostDialog(props: { row: HostRow; onClose: () => void }) {
  const { row, onClose } = props;
  const m = useMessages();
  const formId = useId();
  const edit = useEditHost(row.id);
  const { name, address, port, user } = row;
  const form = useZodForm(updateHostInput, { name, address, port, user });
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = form.handleSubmit(async (input) => {
    try {
      await edit.mutateAsync(input);
      toast.done({ title: m.hosts.edit.done(input.name ?? row.name) });
      onClose();
    } catch (error) {
      setProblem(showProblem(form, error));
    }
  });
  const { errors } = form.formState;
  const fields = ["name", "address", "port", "user"] as const;
  return (
    <Dialog
      open
      onClose={onClose}
      width="sm"
      title={m.hosts.edit.title(row.name)}
      description={m.hosts.edit.body}
      foot={
        <>
          <Button onClick={onClose}>{m.ui.cancel}</Button>
          <Button look="primary" type="submit" form={formId} busy={edit.isPending}>
            {m.hosts.edit.save}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)} className="grid gap-3.5">
        {problem && <ProblemCard problem={problem} />}
        {fields.map((field) => (
          <Field
            key={field}
            label={m.addHosts.fields[field]}
            problem={errors[field]?.message}
            help={field === "address" ? m.hosts.edit.sameKey : undefined}
          >
            <Input
              {...form.register(field)}
              autoComplete="off"
              spellCheck={false}
              {...(field === "port" ? { inputMode: "numeric" as const } : {})}
            />
          </Field>
        ))}
      </form>
    </Dialog>
  );
}
