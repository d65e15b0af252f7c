"use client";
import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { applyHref } from "@/components/kube-change/links";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { handText } from "@/components/yaml-editor/handed-text";
import type { Manifest } from "@/lib/kube-write/manifest";
import { toYaml } from "@/lib/kube-write/yaml-text";
import { YamlLines } from "./yaml-lines";

/** The objects a form stands for, one at a time, live. */
export function YamlCard(props: {
  clusterId: string;
  objects: readonly Manifest[];
  children: React.ReactNode;
}) {
  const { clusterId, objects, children } = props;
  const words = useMessages().deploy;
  const router = useRouter();
  const main = Math.max(
    0,
    objects.findLastIndex(({ kind }) => kind === "Deployment"),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const keys = objects.map(({ kind, metadata }) => words.object(kind, metadata.name));
  const index = chosen === null ? main : Math.max(0, keys.indexOf(chosen));
  const shown = objects[index];
  const text = shown === undefined ? "" : toYaml([shown]);
  const edit = () => {
    handText(toYaml(objects));
    router.push(applyHref(clusterId));
  };
  return (
    <Card className="overflow-hidden">
      <div className="flex items-center gap-2 border-b border-line px-3 py-2">
        <Select
          aria-label={words.objects}
          value={keys[index] ?? ""}
          options={keys.map((key) => ({ value: key, label: key }))}
          onChange={(event) => setChosen(event.target.value)}
          className="min-w-0 flex-1"
        />
        <CopyButton text={toYaml(objects)} what={words.liveYaml} />
        <IconButton icon={Pencil} label={words.editAsYaml} onClick={edit} />
      </div>
      <YamlLines text={text} label={words.liveYaml} />
      {children}
    </Card>
  );
}
