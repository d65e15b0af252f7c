"use client";
import { Box, PackageX } from "lucide-react";
import { useRouter } from "next/navigation";
import { isApiProblem } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import type { FilterName } from "@/components/kube/kube-filters";
import { KubeTable } from "@/components/kube/kube-table";
import { PAGE_SIZES, useListAddress, type ListAddress } from "@/components/kube/use-list-address";
import { useAnyKubeList } from "@/components/kube/use-kube-list";
import { useBulk } from "@/components/kube-bulk/use-bulk";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { KindInfo } from "@/lib/schemas/kube-kind";
import { objectHref } from "../cluster-links";
import { chosenColumns, ColumnChooser } from "./column-chooser";
import { KindTabs } from "./kind-tabs";
import { LabelFilter } from "./label-filter";
import { kindCard, refOf, useKindColumns } from "./use-kind-columns";
import { useKinds } from "./use-kinds";

/** All objects of one kind, whatever it is, trouble first. */
export function KindPage(props: { clusterId: string; kind: string }) {
  const { clusterId, kind } = props;
  const m = useMessages();
  const words = m.cluster.kinds;
  const kinds = useKinds(clusterId).data?.kinds;
  const info = kinds?.find(({ name }) => name === kind);
  if (kinds === undefined) return <SkeletonLines label={m.ui.loading} />;
  return (
    <>
      <KindTabs clusterId={clusterId} kind={kind} />
      {info === undefined ? (
        <Card>
          <EmptyState icon={PackageX} title={words.unknownTitle}>
            {words.unknownBody}
          </EmptyState>
        </Card>
      ) : (
        <KindList key={kind} clusterId={clusterId} info={info} kinds={kinds} />
      )}
    </>
  );
}

/** Filters with a menu of their values, in the order of the bar. */
const MENUS: readonly FilterName[] = ["namespace", "status", "type", "node", "role"];

function KindList(props: { clusterId: string; info: KindInfo; kinds: readonly KindInfo[] }) {
  const { clusterId, info, kinds } = props;
  const words = useMessages().cluster.kinds;
  const router = useRouter();
  const address = useListAddress();
  const list = useAnyKubeList(clusterId, info.name, address.query);
  const offered = list.data?.columns ?? info.columns;
  const columns = useKindColumns({
    ...{ clusterId, info, kinds },
    columns: chosenColumns(offered, address),
    oneLine: address.pageSize > PAGE_SIZES[0],
  });
  const bulk = useBulk({ clusterId, info, page: list.data, query: address.query });
  return (
    <KubeTable
      list={list}
      bulk={bulk}
      address={address}
      label={info.label}
      noun={info.label.toLowerCase()}
      placeholder={words.search}
      filters={MENUS.filter((name) => info.filters.includes(name))}
      columns={columns}
      phoneCard={kindCard}
      onOpen={(row) => router.push(objectHref(clusterId, refOf(info, row)))}
      facts={({ all, facets }) => words.facts(all, facets.trouble?.[0]?.count ?? 0)}
      moreFilters={<MoreFilters address={address} problem={labelProblem(list.error)} />}
      tools={<ColumnChooser columns={offered} address={address} />}
      empty={<Nothing info={info} missing={list.data?.missing ?? false} />}
    />
  );
}

const labelProblem = (error: unknown): string | undefined =>
  isApiProblem(error) ? error.problem.fields?.labels : undefined;

function MoreFilters(props: { address: ListAddress; problem: string | undefined }) {
  const { address } = props;
  const words = useMessages().cluster.kinds;
  const owner = address.get("owner");
  return (
    <>
      <LabelFilter key={address.get("labels")} address={address} problem={props.problem} />
      {owner !== "" && (
        <Chip on removable onClick={() => address.set({ owner: "" })}>
          {words.owner(owner)}
        </Chip>
      )}
    </>
  );
}

/** None yet, or none ever: the cluster has not got what brings them. */
function Nothing(props: { info: KindInfo; missing: boolean }) {
  const { info, missing } = props;
  const words = useMessages().cluster.kinds;
  return (
    <EmptyState
      icon={missing ? PackageX : Box}
      title={missing ? words.missingTitle(info.label) : words.emptyTitle(info.label)}
    >
      {missing ? words.missingBody : words.emptyBody}
    </EmptyState>
  );
}
