"use client";
import { ClusterCrumbs } from "@/components/cluster/cluster-crumbs";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useRollout } from "@/components/kube-change/use-rollout";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { Rollout } from "@/lib/schemas/kube-rollout";
import { RevisionList } from "./revision-list";
import { RolloutActions } from "./rollout-actions";
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
