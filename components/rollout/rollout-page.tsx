"use client";
import { useState } from "react";
import { ClusterCrumbs } from "@/components/cluster/cluster-crumbs";
import { useMay } from "@/components/cluster/use-may";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { KubeChange } from "@/components/kube-change/kube-change";
import { editHref } from "@/components/kube-change/links";
import { useRollout } from "@/components/kube-change/use-rollout";
import type { ObjectAction } from "@/components/kube-change/wish";
import { OpenButton } from "@/components/open-service/open-button";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Rollout } from "@/lib/schemas/kube-rollout";
import { RevisionList } from "./revision-list";
import { RolloutFigures, RolloutStateLabel } from "./rollout-figures";
import { RolloutReasons } from "./rollout-reasons";

/** A workload on its way to what was asked for: how far it is, why not further, and the way back. */
export function RolloutPage(props: { clusterId: string; object: ObjectRef }) {
  const { clusterId, object } = props;
  const m = useMessages();
  const rollout = useRollout(clusterId, object);
  return (
    <>
      <ClusterCrumbs clusterId={clusterId} items={[{ label: object.name }]} />
      {rollout.error && <ProblemCard problem={problemOf(rollout.error)} className="mb-4" />}
      {rollout.isPending && <SkeletonLines lines={6} label={m.ui.loading} />}
      {rollout.data && <Content clusterId={clusterId} rollout={rollout.data} />}
    </>
  );
}

function Content(props: { clusterId: string; rollout: Rollout }) {
  const { clusterId, rollout } = props;
  const words = useMessages().changes.rollout;
  return (
    <>
      <PageHead
        title={rollout.name}
        mark={<RolloutStateLabel state={rollout.state} />}
        facts={words.facts(rollout)}
        actions={<RolloutActions clusterId={clusterId} rollout={rollout} />}
      />
      <div className="grid gap-4">
        <RolloutFigures rollout={rollout} />
        {rollout.reasons.length > 0 && (
          <Card tone={rollout.reasons.some(({ code }) => code !== "starting") ? "danger" : "live"}>
            <CardHead title={words.why} />
            <CardBody className="grid gap-3">
              <RolloutReasons rollout={rollout} />
              {rollout.old > 0 && <p className="text-sm text-muted">{words.goesOn}</p>}
            </CardBody>
          </Card>
        )}
        {rollout.hosts.length > 0 && (
          <Note tone="info" title={words.hosts}>
            {rollout.hosts.join(", ")}
          </Note>
        )}
        <RevisionList rollout={rollout} />
      </div>
    </>
  );
}

function RolloutActions(props: { clusterId: string; rollout: Rollout }) {
  const { clusterId, rollout } = props;
  const words = useMessages().changes.rollout;
  const [action, setAction] = useState<ObjectAction | null>(null);
  const mayWrite = useMay("kube:write");
  if (!mayWrite) return null;
  const { apiVersion, kind, namespace, name } = rollout;
  const object = { apiVersion, kind, namespace, name };
  const isDeployment = kind === "Deployment";
  const canGoBack = rollout.revisions.length > 1;
  const failing = rollout.reasons.some(({ code }) => code !== "starting");
  return (
    <div className="flex flex-wrap gap-2 max-sm:w-[calc(100vw-32px)]">
      <OpenButton clusterId={clusterId} object={object} />
      <ButtonLink href={editHref(clusterId, object)}>{words.editYaml}</ButtonLink>
      {isDeployment && (
        <Button onClick={() => setAction(rollout.paused ? "resume" : "pause")}>
          {rollout.paused ? words.resume : words.pause}
        </Button>
      )}
      <Button onClick={() => setAction("restart")}>{words.restart}</Button>
      {kind !== "DaemonSet" && <Button onClick={() => setAction("scale")}>{words.scale}</Button>}
      {canGoBack && (
        <Button look={failing ? "primary" : "secondary"} onClick={() => setAction("rollback")}>
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
    </div>
  );
}
