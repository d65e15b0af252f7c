"use client";
import { useQuery } from "@tanstack/react-query";
import { ClusterCrumbs } from "@/components/cluster/cluster-crumbs";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { refQuery } from "@/components/kube-change/links";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { EditableObject } from "@/lib/schemas/kube-change";
import { EditBoard } from "./edit-board";

/** One object as YAML. What is saved is what was changed, on top of what the object is by then. */
export function EditPage(props: { clusterId: string; object: ObjectRef }) {
  const { clusterId, object } = props;
  const m = useMessages();
  const words = m.changes.yaml;
  const opened = useQuery({
    queryKey: ["edit", clusterId, refQuery(object)],
    queryFn: ({ signal }) =>
      api.get<EditableObject>(`/clusters/${clusterId}/edit?${refQuery(object)}`, { signal }),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <>
      <ClusterCrumbs clusterId={clusterId} items={[{ label: words.editCrumb }]} />
      <PageHead
        title={words.editTitle(object.kind, object.name)}
        {...(opened.data ? { facts: words.editFacts(opened.data.managers) } : {})}
      />
      {opened.error && <ProblemCard problem={problemOf(opened.error)} />}
      {opened.isPending && <SkeletonLines lines={8} label={m.ui.loading} />}
      {opened.data && (
        <EditBoard
          key={opened.data.resourceVersion}
          clusterId={clusterId}
          object={object}
          opened={opened.data}
          onSaved={() => void opened.refetch()}
        />
      )}
    </>
  );
}
