"use client";
import { Tags } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import type { ListAddress } from "@/components/kube/use-list-address";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";

/** Only objects whose labels match a selector, written as for kubectl. */
export function LabelFilter(props: { address: ListAddress; problem: string | undefined }) {
  const { address, problem } = props;
  const words = useMessages().cluster.kinds;
  const set = address.get("labels");
  const [text, setText] = useState(set);
  if (set !== "" && problem === undefined)
    return (
      <Chip icon={Tags} on removable onClick={() => address.set({ labels: "" })}>
        <span className="max-w-60 truncate">{set}</span>
      </Chip>
    );
  return (
    <Popover
      label={words.labels}
      content={
        <form
          className="grid w-72 gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            address.set({ labels: text.trim() });
          }}
        >
          <Field label={words.labels} help={words.labelsHelp} problem={problem}>
            <Input mono autoFocus value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
          <Button type="submit" look="primary" size="sm" className="justify-self-start">
            {words.labelsUse}
          </Button>
        </form>
      }
    >
      <Chip icon={Tags} adds aria-invalid={problem !== undefined}>
        {words.labels}
      </Chip>
    </Popover>
  );
}
