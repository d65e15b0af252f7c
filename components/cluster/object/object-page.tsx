"use client";
import { Ghost } from "lucide-react";
import { isApiProblem, problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useNoteRecent } from "@/components/shell/recent-objects";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import type { ObjectDetail, ObjectRef } from "@/lib/schemas/kube-object";
import { kindHref } from "../cluster-links";
import { KindTabs } from "../kinds/kind-tabs";
import { kindCalled, useKinds } from "../kinds/use-kinds";
import { EventList } from "./event-list";
import { ObjectHead } from "./object-head";
import { ObjectSummary } from "./object-summary";
import { ObjectYaml } from "./object-yaml";
import { useObject } from "./use-object";

/** One object: how it is and why, what belongs to it, what happened, and its manifest. */
export function ObjectPage(props: { clusterId: string; target: ObjectRef }) {
  const { clusterId, target } = props;
  const m = useMessages();
  const kinds = useKinds(clusterId).data?.kinds ?? [];
  const object = useObject(clusterId, target);
  useNoteRecent(clusterId, target, object.isSuccess);
  const list = object.data?.list ?? kindCalled(kinds, target.kind)?.name;
  return (
    <>
      {list !== undefined && <KindTabs clusterId={clusterId} kind={list} />}
      {isGone(object.error) ? (
        <Gone clusterId={clusterId} list={list} />
      ) : (
        object.error && (
          <ProblemCard
            className="mb-4"
            problem={problemOf(object.error)}
            actions={<Button onClick={() => void object.refetch()}>{m.ui.tryNow}</Button>}
          />
        )
      )}
      {object.data && !isGone(object.error) && (
        <ObjectParts clusterId={clusterId} detail={object.data} />
      )}
      {object.isPending && <SkeletonLines label={m.ui.loading} />}
    </>
  );
}

const isGone = (error: unknown) => isApiProblem(error) && error.status === 404;

function Gone(props: { clusterId: string; list: string | undefined }) {
  const { clusterId, list } = props;
  const words = useMessages().cluster.object;
  const label = useKinds(clusterId).data?.kinds.find(({ name }) => name === list)?.label;
  return (
    <Card>
      <EmptyState
        icon={Ghost}
        title={words.gone}
        action={
          list !== undefined &&
          label !== undefined && (
            <ButtonLink look="primary" href={kindHref(clusterId, list)}>
              {words.backTo(label)}
            </ButtonLink>
          )
        }
      >
        {words.goneBody}
      </EmptyState>
    </Card>
  );
}

function ObjectParts(props: { clusterId: string; detail: ObjectDetail }) {
  const { clusterId, detail } = props;
  const { sections } = useMessages().cluster.object;
  return (
    <>
      <ObjectHead clusterId={clusterId} detail={detail} />
      {detail.problems.map((problem) => (
        <ProblemCard key={problem.detail} className="mb-3" tone="warn" problem={problem} />
      ))}
      <Tabs
        label={sections.label}
        tabs={[
          {
            id: "summary",
            label: sections.summary,
            content: <ObjectSummary clusterId={clusterId} detail={detail} />,
          },
          {
            id: "events",
            label: sections.events,
            count: detail.events.length,
            content: <EventList events={detail.events} />,
          },
          {
            id: "yaml",
            label: sections.yaml,
            content: <ObjectYaml clusterId={clusterId} detail={detail} />,
          },
        ]}
      />
    </>
  );
}
