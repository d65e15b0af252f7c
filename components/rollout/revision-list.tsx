"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { Card, CardHead } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { Rollout } from "@/lib/schemas/kube-rollout";

/** The states it was in, newest first. */
export function RevisionList(props: { rollout: Rollout }) {
  const words = useMessages().changes.rollout;
  const { revisions } = props.rollout;
  if (revisions.length === 0) return null;
  return (
    <Card>
      <CardHead title={words.revisions} />
      <ol className="mt-2">
        {revisions.map(({ revision, images, createdAt, current, cause }) => (
          <li
            key={revision}
            className="flex items-center gap-3 border-t border-line px-4 py-2 text-sm"
          >
            <span className="num w-8 font-name">{revision}</span>
            <span className="min-w-0 flex-1 font-mono text-xs break-all">
              {images.join(", ")}
              {cause !== "" && <span className="block font-sans text-muted">{cause}</span>}
            </span>
            {current && <Tag>{words.current}</Tag>}
            <AgeCell at={createdAt} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
