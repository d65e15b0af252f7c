"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AdoptedCluster } from "@/lib/schemas/cluster";

/** Another name for an adopted cluster, in this panel only. */
export function RenameDialog(props: { cluster: AdoptedCluster; onClose: () => void }) {
  const { cluster, onClose } = props;
  const m = useMessages();
  const words = m.adopt;
  const client = useQueryClient();
  const [name, setName] = useState(cluster.name);
  const renaming = useMutation({
    mutationFn: () => api.patch(`/clusters/${cluster.id}/adopted`, { name }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["clusters"] });
      onClose();
    },
  });
  const problem = renaming.error ? problemOf(renaming.error) : null;
  return (
    <Dialog
      open
      width="sm"
      onClose={onClose}
      title={words.rename.title(cluster.name)}
      foot={
        <>
          <Button onClick={onClose}>{m.ui.cancel}</Button>
          <Button
            look="primary"
            busy={renaming.isPending}
            disabled={name === cluster.name}
            onClick={() => renaming.mutate()}
          >
            {words.rename.submit}
          </Button>
        </>
      }
    >
      <Field
        label={words.rename.label}
        help={words.nameHelp}
        problem={problem === null ? undefined : (problem.fields?.name ?? problem.detail)}
      >
        <Input
          value={name}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}
