"use client";
import { problemOf } from "@/components/hooks/api-problem";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useFormat } from "@/components/hooks/use-format";
import { useNow } from "@/components/hooks/use-now";
import { FirstRun } from "@/components/shell/first-run";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import type { OverviewAnswer } from "@/lib/schemas/overview";
import { OverviewBoard } from "./overview-board";
import { OverviewSkeleton } from "./overview-skeleton";
import { useOverview } from "./use-overview";

/** The first page: what needs somebody, and everything at a glance. */
export function OverviewPage() {
  const m = useBaseMessages();
  const { data: seen, error, isFetching, refetch, dataUpdatedAt } = useOverview();
  if (seen === undefined && error === null) return <OverviewSkeleton />;
  if (seen === undefined)
    return (
      <>
        <PageHead title={m.overview.title} />
        <ProblemCard
          problem={problemOf(error)}
          actions={
            <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
              {m.ui.tryNow}
            </Button>
          }
        />
      </>
    );
  return (
    <>
      {error !== null && <Stale atMs={dataUpdatedAt} />}
      {isNew(seen) ? <FirstRun /> : <OverviewBoard seen={seen} />}
    </>
  );
}

/** Nothing was ever added. */
const isNew = ({ hosts, clusters, running, recent }: OverviewAnswer) =>
  hosts.length + clusters.length + running.length + recent.length === 0;

function Stale({ atMs }: { atMs: number }) {
  const words = useBaseMessages().overview;
  const format = useFormat();
  const nowMs = useNow();
  return <Note tone="warn" className="mb-4" title={words.stale(format.relative(atMs, nowMs))} />;
}
