"use client";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LazyEditor } from "./lazy-editor";
import type { YamlEditorProps } from "./yaml-editor";

/** The editor as high as the window, and beside it (on a phone: below) what the cluster says of the text. */
export function EditorSplit(
  props: Pick<YamlEditorProps, "value" | "onChange" | "marks"> & {
    clusterId: string;
    children: ReactNode;
  },
) {
  const { children, ...editor } = props;
  return (
    <div className="grid items-start gap-4 pb-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,440px)]">
      <Card className="overflow-hidden">
        <LazyEditor {...editor} className="h-[calc(100dvh-260px)] min-h-80 max-sm:h-[50dvh]" />
      </Card>
      <div className="grid gap-3.5">{children}</div>
    </div>
  );
}
