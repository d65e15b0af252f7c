"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { ChangeDialog } from "./change-dialog";
import { readNode, textOfNode, wishOf, type NodeFacts } from "./node-facts";
import { refQuery } from "./links";
import { readFailure } from "./read-failure";
import { useChange } from "./use-change";
import type { DialogProps, NodeAction } from "./wish";
import type { EditableObject } from "@/lib/schemas/kube-change";

/** Labels or taints of a node, one a line, on top of what they were when they were read. */
export function NodeTextDialog(props: DialogProps & { node: string; action: NodeAction }) {
  const { node, action, clusterId, onClose } = props;
  const what = action === "taints" ? "taints" : "labels";
  const words = useMessages().changes[what];
  const ref = { apiVersion: "v1", kind: "Node", namespace: "", name: node };
  const read = useQuery({
    queryKey: ["node-text", clusterId, node],
    queryFn: async ({ signal }) =>
      readNode(
        await api.get<EditableObject>(`/clusters/${clusterId}/edit?${refQuery(ref)}`, { signal }),
      ),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const [text, setText] = useState<string | null>(null);
  const { send, busy, problem } = useChange(props);
  const shown = text ?? (read.data === undefined ? "" : textOfNode(read.data, what));
  const wish =
    read.data === undefined ? null : wishOf({ node, what, facts: read.data, text: shown });
  const wrong = wish !== null && !wish.ok ? words.wrong(wish.line) : undefined;
  return (
    <ChangeDialog
      onClose={onClose}
      title={words.title(node)}
      description={words.intro}
      problem={problem ?? readFailure(read)}
      reading={read.isPending}
      submit={{
        ...{ busy, label: words.submit, disabled: wish === null || !wish.ok },
        act: () => wish?.ok === true && send(wish.value, words.done(node)),
      }}
    >
      {read.data && <Lines text={shown} what={what} wrong={wrong} onChange={setText} />}
    </ChangeDialog>
  );
}

function Lines(props: {
  text: string;
  what: keyof Pick<NodeFacts, "labels" | "taints">;
  wrong: string | undefined;
  onChange: (text: string) => void;
}) {
  const { text, what, wrong, onChange } = props;
  const { changes } = useMessages();
  const ends = what === "taints" && text.includes("NoExecute");
  return (
    <Field
      label={changes[what].text}
      problem={wrong}
      help={ends ? changes.taints.noExecute : undefined}
    >
      <Textarea
        mono
        autoFocus
        rows={6}
        placeholder={changes[what].example}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
