"use client";
import dynamic from "next/dynamic";
import { useCallback } from "react";
import { api } from "@/components/hooks/api";
import { useMessages } from "@/components/hooks/use-messages";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { FieldHint } from "@/lib/schemas/kube-fields";
import type { AskFields } from "./field-completion";
import type { YamlEditorProps } from "./yaml-editor";

/** The editor is larger than a page: it comes when somebody edits. */
const Editor = dynamic(() => import("./yaml-editor").then((part) => part.YamlEditor), {
  ssr: false,
  loading: () => <Loading />,
});

function Loading() {
  const m = useMessages();
  return (
    <div className="p-4">
      <SkeletonLines lines={6} label={m.changes.yaml.reading} />
    </div>
  );
}

/** Descriptions of kinds do not change while somebody types. */
const known = new Map<string, Promise<readonly FieldHint[]>>();

/** The editor, with names of fields as this cluster knows them. */
export function LazyEditor(
  props: Omit<YamlEditorProps, "askFields" | "label"> & { clusterId: string },
) {
  const { clusterId, ...rest } = props;
  const label = useMessages().changes.yaml.label;
  const askFields = useCallback<AskFields>(
    ({ apiVersion, kind, path }) => {
      const query = new URLSearchParams({ apiVersion, kind, path: path.join(".") }).toString();
      const url = `/clusters/${clusterId}/edit/fields?${query}`;
      const asked = known.get(url) ?? api.get<readonly FieldHint[]>(url).catch(() => []);
      known.set(url, asked);
      return asked;
    },
    [clusterId],
  );
  return <Editor {...rest} label={label} askFields={askFields} />;
}
