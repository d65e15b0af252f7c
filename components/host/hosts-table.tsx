"use client";
import { Plus, ScanSearch, Server, Trash2 } from "lucide-react";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { PLACES } from "@/components/shell/places";
import type { Sort } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { HostRow } from "@/lib/schemas/host";
import { FindingCounts } from "./finding-counts";
import { useHostColumns } from "./host-columns";
import { HostStatus } from "./host-state";
import { HOST_SORTS, selectHosts, type HostsView } from "./hosts-view";
import type { useChecking } from "./use-checking";
import type { useHosts } from "./use-hosts";

/** The table with its states: reading, empty, nothing matches, asking failed. */
export function HostsTable(props: {
  hosts: ReturnType<typeof useHosts>;
  view: HostsView;
  change: (patch: Partial<HostsView>) => void;
  checks: ReturnType<typeof useChecking>;
  onRemove: (rows: readonly HostRow[]) => void;
}) {
  const { hosts, view, change, checks, onRemove } = props;
  const words = useMessages().hosts;
  const nowMs = useNow(10_000);
  const columns = useHostColumns({ checking: checks.ids, narrow: view.open !== null });
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const all = hosts.data;
  const ticked = (all ?? []).filter((row) => keys.has(row.id));
  return (
    <DataTable
      label={words.title}
      className="[--row:48px]"
      rows={all && selectHosts(all, view)}
      columns={columns}
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      phoneCard={(row) => ({
        title: row.name,
        meta: [row.role && words.roles[row.role], row.address].filter(Boolean).join(" · "),
        status: <HostStatus row={row} checking={checks.ids.has(row.id)} />,
        detail: row.findings.length > 0 && <FindingCounts row={row} />,
      })}
      onOpen={(row) => change({ open: row.id })}
      openKey={view.open ?? undefined}
      sort={{ column: view.sort, direction: view.descending ? "descending" : "ascending" }}
      onSort={(sort) => change(sortPatch(sort))}
      selection={{ keys: new Set(ticked.map((row) => row.id)), onChange: setKeys }}
      selectionActions={
        <SelectionActions
          onCheck={() => checks.check(ticked.map((row) => row.id))}
          onRemove={() => onRemove(ticked)}
        />
      }
      filtered={
        all && all.length > 0
          ? { noun: words.noun, onClear: () => change({ search: "", role: null }) }
          : undefined
      }
      problem={
        hosts.error
          ? {
              what: problemOf(hosts.error),
              ageMs: nowMs - hosts.dataUpdatedAt,
              onRetry: () => void hosts.refetch(),
            }
          : undefined
      }
      foot={all && words.count(all.length)}
      empty={<NoHosts />}
    />
  );
}

function SelectionActions(props: { onCheck: () => void; onRemove: () => void }) {
  const words = useMessages().hosts.actions;
  return (
    <>
      <Button size="sm" look="ghost" icon={ScanSearch} onClick={props.onCheck}>
        {words.check}
      </Button>
      <Button size="sm" look="ghost" icon={Trash2} onClick={props.onRemove}>
        {words.remove}
      </Button>
    </>
  );
}

const sortPatch = ({ column, direction }: Sort): Partial<HostsView> => ({
  sort: HOST_SORTS.find((sort) => sort === column) ?? "findings",
  descending: direction === "descending",
});

function NoHosts() {
  const words = useMessages().hosts;
  return (
    <EmptyState
      icon={Server}
      title={words.empty.title}
      action={
        <ButtonLink href={PLACES.addHosts} look="primary" icon={Plus}>
          {words.add}
        </ButtonLink>
      }
    >
      {words.empty.body}
    </EmptyState>
  );
}
