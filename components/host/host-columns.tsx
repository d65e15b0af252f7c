"use client";
import type { Column } from "@/components/table/column";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Meter } from "@/components/ui/meter";
import type { HostRow } from "@/lib/schemas/host";
import { FindingCounts } from "./finding-counts";
import { rootDisk, rootUsed } from "./host-figures";
import { HostStatus } from "./host-state";
import { RoleLabel } from "./role-label";

/** The hosts table's columns: which rows are being read now, and whether a drawer takes room. */
export function useHostColumns(now: {
  readonly checking: ReadonlySet<string>;
  readonly narrow: boolean;
}): readonly Column<HostRow>[] {
  const { checking, narrow } = now;
  const words = useMessages().hosts.columns;
  const columns: readonly Column<HostRow>[] = [
    { id: "name", head: words.host, cell: (row) => <NameCell row={row} />, sortable: true },
    {
      id: "address",
      head: words.address,
      cell: (row) => <AddressCell row={row} />,
      sortable: true,
    },
    {
      id: "state",
      head: words.state,
      cell: (row) => <HostStatus row={row} checking={checking.has(row.id)} />,
    },
    {
      id: "findings",
      head: words.findings,
      cell: (row) => <FindingCounts row={row} />,
      sortable: true,
    },
    {
      id: "memory",
      head: words.memory,
      align: "end",
      cell: (row) => <Size bytes={row.facts?.memoryBytes ?? null} />,
      sortable: true,
    },
    { id: "disk", head: words.disk, cell: (row) => <DiskCell row={row} />, from: "xl" },
    {
      id: "used",
      head: words.used,
      cell: (row) => <UsedCell row={row} />,
      sortable: true,
      from: "md",
    },
  ];
  return narrow ? columns.filter((column) => column.id !== "disk") : columns;
}

function NameCell({ row }: { row: HostRow }) {
  return (
    <span className="flex flex-col leading-[18px]">
      <b className="font-name">{row.name}</b>
      <span className="block max-w-[180px] truncate text-xs text-muted">
        <RoleLabel role={row.role} />
        {row.role === null && row.facts?.os.prettyName}
      </span>
    </span>
  );
}

function AddressCell({ row }: { row: HostRow }) {
  return (
    <span className="num">
      {row.address}
      {row.port !== 22 && <span className="text-muted">:{row.port}</span>}
    </span>
  );
}

/** A size with its unit muted. */
export function Size(props: { bytes: number | null }) {
  const format = useFormat();
  const words = useMessages().hosts;
  if (props.bytes === null) return <span className="text-muted">{words.notRead}</span>;
  const { figure, unit } = format.byteParts(props.bytes);
  return (
    <span className="num">
      {figure} <span className="text-muted">{unit}</span>
    </span>
  );
}

function DiskCell({ row }: { row: HostRow }) {
  const format = useFormat();
  const kinds = useMessages().hosts.diskKinds;
  const root = rootDisk(row.facts);
  if (!root) return null;
  return (
    <span className="num text-muted">
      {format.bytes(root.totalBytes)} {kinds[root.kind]}
    </span>
  );
}

function UsedCell({ row }: { row: HostRow }) {
  const format = useFormat();
  const words = useMessages().hosts;
  const used = rootUsed(row.facts);
  if (used === null) return null;
  const percent = format.percent(used);
  return (
    <span className="num inline-flex items-center gap-2">
      <span className="w-9 text-right">{percent}</span>
      <Meter label={words.diskUsed(percent)} used={used} />
    </span>
  );
}
