"use client";
import { Boxes, ScrollText } from "lucide-react";
import { useState } from "react";
import { kindHref } from "@/components/cluster/cluster-links";
import { useMayIn } from "@/components/cluster/use-may-in";
import { useMessages } from "@/components/hooks/use-messages";
import { KubeChange } from "@/components/kube-change/kube-change";
import { editHref } from "@/components/kube-change/links";
import type { ObjectAction } from "@/components/kube-change/wish";
import { logsHref } from "@/components/kube-logs/log-links";
import { OpenButton } from "@/components/open-service/open-button";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { Rollout } from "@/lib/schemas/kube-rollout";

interface Props {
  readonly clusterId: string;
  readonly rollout: Rollout;
}

/** Where to look further, and for who may: what can be changed. */
export function RolloutActions({ clusterId, rollout }: Props) {
  const words = useMessages().changes.rollout;
  const mayWrite = useMayIn(clusterId, "kube:write");
  const { apiVersion, kind, namespace, name, selector } = rollout;
  return (
    <div className="flex flex-wrap gap-2 max-sm:w-[calc(100vw-32px)]">
      {selector !== "" && (
        <>
          <ButtonLink
            icon={Boxes}
            href={kindHref(clusterId, "pods", { namespace, labels: selector })}
          >
            {words.podList}
          </ButtonLink>
          <ButtonLink icon={ScrollText} href={logsHref({ clusterId, namespace, selector })}>
            {words.logs}
          </ButtonLink>
        </>
      )}
      <OpenButton clusterId={clusterId} object={{ apiVersion, kind, namespace, name }} />
      {mayWrite && <RolloutChanges clusterId={clusterId} rollout={rollout} />}
    </div>
  );
}

function RolloutChanges({ clusterId, rollout }: Props) {
  const words = useMessages().changes.rollout;
  const [action, setAction] = useState<ObjectAction | null>(null);
  const { apiVersion, kind, namespace, name, paused, revisions, reasons } = rollout;
  const object = { apiVersion, kind, namespace, name };
  const isFailing = reasons.some(({ code }) => code !== "starting");
  return (
    <>
      <ButtonLink href={editHref(clusterId, object)}>{words.editYaml}</ButtonLink>
      {kind === "Deployment" && (
        <Button onClick={() => setAction(paused ? "resume" : "pause")}>
          {paused ? words.resume : words.pause}
        </Button>
      )}
      <Button onClick={() => setAction("restart")}>{words.restart}</Button>
      {kind !== "DaemonSet" && <Button onClick={() => setAction("scale")}>{words.scale}</Button>}
      {revisions.length > 1 && (
        <Button look={isFailing ? "primary" : "secondary"} onClick={() => setAction("rollback")}>
          {words.rollBack}
        </Button>
      )}
      {action && (
        <KubeChange
          clusterId={clusterId}
          change={{ action, object }}
          onClose={() => setAction(null)}
        />
      )}
    </>
  );
}
