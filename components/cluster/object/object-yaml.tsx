"use client";
import { Download } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { refQuery } from "@/components/kube-change/links";
import { CodeBlock } from "@/components/ui/code-block";
import { Note } from "@/components/ui/note";
import { buttonLook } from "@/components/ui/button-look";
import { Icon } from "@/components/ui/icon";
import type { ObjectDetail } from "@/lib/schemas/kube-object";

/** The manifest as the cluster has it, to read, copy and download. */
export function ObjectYaml(props: { clusterId: string; detail: ObjectDetail }) {
  const { clusterId, detail } = props;
  const words = useMessages().cluster.object.yaml;
  const file = `/api/v1/clusters/${clusterId}/objects/file?${refQuery(detail.ref)}`;
  return (
    <div className="grid min-w-0 gap-3">
      {detail.cut.length > 0 && <Note tone="info" title={words.cut(detail.cut.length)} />}
      {detail.secretsHidden && <Note tone="info" title={words.hidden} />}
      <a
        href={file}
        download
        className={buttonLook({ size: "sm", className: "justify-self-start" })}
      >
        <Icon of={Download} size={14} />
        {words.download}
      </a>
      <CodeBlock text={detail.yaml} what={words.copy} />
    </div>
  );
}
