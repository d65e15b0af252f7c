"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { PageSkeleton } from "@/components/shell/page-skeleton";
import { ProblemCard } from "@/components/ui/problem-card";
import { useCluster } from "../use-cluster";
import { draftFromCluster } from "./draft-from-cluster";
import { readDraft } from "./draft-storage";

/** In the browser only: the draft lies there until the panel has it. */
const WizardPage = dynamic(() => import("./wizard-page").then((part) => part.WizardPage), {
  ssr: false,
  loading: () => <PageSkeleton />,
});

/** A new cluster, or a draft that is taken up again. */
export function NewClusterPage(props: { draftId: string | null }) {
  // The address changes once the draft is stored; the page that is open stays the same.
  const [draftId] = useState(props.draftId);
  return draftId === null ? <FromBrowser /> : <FromPanel id={draftId} />;
}

function FromBrowser() {
  return <WizardPage begin={readDraft} />;
}

function FromPanel({ id }: { id: string }) {
  const cluster = useCluster(id);
  if (cluster.error) return <ProblemCard problem={problemOf(cluster.error)} />;
  const row = cluster.data;
  if (row === undefined) return <PageSkeleton />;
  return (
    <WizardPage begin={() => (row.origin === "built" ? draftFromCluster(row) : readDraft())} />
  );
}
