"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useRoom } from "@/components/hooks/use-socket";
import { PLACES } from "@/components/shell/places";
import { DataTable } from "@/components/table/data-table";
import { FilterBar } from "@/components/table/filter-bar";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { jobCard, jobColumns } from "./job-columns";
import type { JobRow } from "@/lib/schemas/job";

const MOST_JOBS = 500;
/** Many more than a screen: only those in view exist. */
const VIRTUAL_FROM = 60;

/** Everything that changed a host or a cluster, newest first, live. */
export function JobsPage() {
  const m = useMessages();
  const words = m.jobs;
  const router = useRouter();
  const [search, setSearch] = useState("");
  const jobs = useJobs();
  const rows = jobs.data?.filter((job) => holds(job, search));
  const running = jobs.data?.filter((job) => job.state === "running").length ?? 0;
  return (
    <>
      <PageHead
        title={words.title}
        facts={jobs.data ? words.facts(running, jobs.data.length) : words.listFacts}
      />
      <FilterBar
        placeholder={words.searchPlaceholder}
        value={search}
        onChange={setSearch}
        end={jobs.data && rows ? m.ui.table.shown(rows.length, jobs.data.length) : undefined}
      />
      <DataTable
        label={words.title}
        rows={rows}
        columns={jobColumns(words)}
        rowKey={(job) => job.id}
        rowName={(job) => job.title}
        phoneCard={(job) => jobCard(job, words)}
        onOpen={(job) => router.push(`${PLACES.jobs}/${job.id}`)}
        filtered={search === "" ? undefined : { noun: words.noun, onClear: () => setSearch("") }}
        problem={
          jobs.error
            ? {
                what: problemOf(jobs.error),
                ageMs: jobs.errorUpdatedAt - jobs.dataUpdatedAt,
                onRetry: () => void jobs.refetch(),
              }
            : undefined
        }
        empty={
          <EmptyState
            icon={ListChecks}
            title={words.emptyTitle}
            action={<ButtonLink href={PLACES.newCluster}>{m.common.newCluster}</ButtonLink>}
          >
            {words.empty}
          </EmptyState>
        }
        {...((rows?.length ?? 0) > VIRTUAL_FROM ? { virtualHeight: "calc(100dvh - 240px)" } : {})}
      />
    </>
  );
}

function useJobs() {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: ["jobs", "list"] });
  useRoom("jobs", again, again);
  return useQuery({
    queryKey: ["jobs", "list"],
    queryFn: async ({ signal }) =>
      (await api.get<{ jobs: readonly JobRow[] }>(`/jobs?limit=${MOST_JOBS}`, { signal })).jobs,
  });
}

function holds(job: JobRow, search: string): boolean {
  const text = `${job.number} ${job.title} ${job.clusterName ?? ""} ${job.startedBy}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
