"use client";
import { Boxes, Import, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { ADOPT_HREF } from "@/components/adopt/adopt-links";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { DataTable } from "@/components/table/data-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { clusterPlace } from "../cluster-links";
import { useClusters } from "../use-cluster";
import { useMay } from "../use-may";
import { useClusterCard, useClusterColumns } from "./cluster-columns";

/** All clusters, with where to go on. */
export function ClusterListPage() {
  const m = useMessages();
  const words = m.cluster.list;
  const router = useRouter();
  const { data: rows, error, refetch } = useClusters();
  const columns = useClusterColumns();
  const phoneCard = useClusterCard();
  const mayCreate = useMay("clusters:write");
  const mayAdopt = useMay("clusters:adopt");
  const create = (
    <>
      {mayAdopt && (
        <ButtonLink icon={Import} href={ADOPT_HREF}>
          {m.adopt.button}
        </ButtonLink>
      )}
      {mayCreate && (
        <ButtonLink look="primary" icon={Plus} href="/clusters/new">
          {m.common.newCluster}
        </ButtonLink>
      )}
    </>
  );
  const ready = rows?.filter(({ state }) => state === "ready").length ?? 0;
  return (
    <>
      <PageHead
        title={m.common.clusters}
        facts={rows && words.facts(ready, rows.length)}
        actions={rows !== undefined && rows.length > 0 ? create : undefined}
      />
      <DataTable
        label={m.common.clusters}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        phoneCard={phoneCard}
        onOpen={(row) => router.push(clusterPlace(row))}
        problem={error ? { what: problemOf(error), onRetry: () => void refetch() } : undefined}
        empty={
          <EmptyState icon={Boxes} title={words.emptyTitle} action={create}>
            {words.emptyBody}
          </EmptyState>
        }
      />
    </>
  );
}
