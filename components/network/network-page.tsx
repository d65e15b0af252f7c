"use client";
import { Network, Plus } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { useMay } from "@/components/cluster/use-may";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Ago } from "@/components/ui/ago";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import { MatrixSkeleton } from "./matrix-skeleton";
import { sectionHref } from "./network-links";
import { SiteState } from "./site-state";
import { useSites } from "./use-site";

/** All sites. When there is one, its own page; "?all" stays here. */
export function NetworkPage() {
  const words = useMessages().network;
  const sites = useSites();
  const router = useRouter();
  const isAll = useSearchParams().has("all");
  const only = !isAll && sites.data?.length === 1 ? sites.data[0] : undefined;
  const mayEdit = useMay("network:write");
  useEffect(() => {
    if (only !== undefined) router.replace(sectionHref(only.id, "matrix"));
  }, [only, router]);
  if (only !== undefined) return <MatrixSkeleton />;
  const add = mayEdit && (
    <ButtonLink look="primary" icon={Plus} href={PLACES.newSite}>
      {words.newSite}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={words.title}
        facts={words.listFacts}
        actions={sites.data?.length !== 0 && add}
      />
      <SiteTable sites={sites} empty={<NoSites action={add} />} onOpen={router.push} />
    </>
  );
}

function NoSites({ action }: { action: React.ReactNode }) {
  const words = useMessages().network.empty;
  return (
    <EmptyState icon={Network} title={words.title} action={action}>
      {words.body}
    </EmptyState>
  );
}

function SiteTable(props: {
  sites: ReturnType<typeof useSites>;
  empty: React.ReactNode;
  onOpen: (href: string) => void;
}) {
  const { sites, empty, onOpen } = props;
  const words = useMessages().network;
  return (
    <DataTable
      label={words.title}
      className="[--row:48px]"
      rows={sites.data}
      columns={useSiteColumns()}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      phoneCard={(site) => ({
        title: site.name,
        meta: words.hosts(site.hosts.length),
        status: <SiteState site={site} pill={false} />,
      })}
      onOpen={({ id }) => onOpen(sectionHref(id, "matrix"))}
      empty={empty}
      problem={
        sites.error
          ? { what: problemOf(sites.error), onRetry: () => void sites.refetch() }
          : undefined
      }
    />
  );
}

function useSiteColumns(): readonly Column<SiteRow>[] {
  const words = useMessages().network;
  return [
    {
      id: "name",
      head: words.columns.site,
      cell: ({ name }) => <b className="font-name">{name}</b>,
    },
    {
      id: "state",
      head: words.columns.state,
      cell: (site) => <SiteState site={site} pill={false} />,
    },
    {
      id: "hosts",
      head: words.columns.hosts,
      cell: ({ hosts }) => (
        <span className="block max-w-[420px] truncate text-muted">
          {hosts.map(({ name }) => name).join(", ")}
        </span>
      ),
      from: "md",
    },
    {
      id: "measured",
      head: words.columns.measured,
      cell: ({ lastMeasured }) =>
        lastMeasured === null ? (
          <span className="text-muted">{words.neverMeasured}</span>
        ) : (
          <span className={lastMeasured.differ > 0 ? "text-danger" : "text-muted"}>
            {words.columns.agree(lastMeasured.agree, lastMeasured.differ)}{" "}
            <Ago at={lastMeasured.at} />
          </span>
        ),
    },
  ];
}
