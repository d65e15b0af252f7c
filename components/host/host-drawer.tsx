"use client";
import { Pencil, Power, ScanSearch, SlidersHorizontal, SquareTerminal, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMay } from "@/components/cluster/use-may";
import { useMessages } from "@/components/hooks/use-messages";
import { hostShellHref } from "@/components/kube-shell/shell-links";
import { Ago } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValues } from "@/components/ui/key-values";
import { Menu } from "@/components/ui/menu";
import { ProblemCard } from "@/components/ui/problem-card";
import { Tabs } from "@/components/ui/tabs";
import type { HostRow } from "@/lib/schemas/host";
import { hostPlanHref, rebootHref } from "@/lib/schemas/operation-param";
import { useFactItems } from "./fact-items";
import { FindingList } from "./finding-item";
import { HostStatus } from "./host-state";
import type { HostsView } from "./hosts-view";
import { KeyChangedNote } from "./key-changed-note";

interface HostDrawerProps {
  row: HostRow;
  tab: HostsView["tab"];
  checking: boolean;
  onTab: (tab: HostsView["tab"]) => void;
  onClose: () => void;
  onCheck: () => void;
  onEdit: () => void;
  onRemove: () => void;
  onCompare: () => void;
}

/** One host beside the list: what is wrong first, then what is known. */
export function HostDrawer(props: HostDrawerProps) {
  const { row, tab, checking, onTab } = props;
  const words = useMessages().hosts;
  return (
    <Drawer
      open
      onClose={props.onClose}
      title={row.name}
      mark={<HostStatus row={row} pill checking={checking} />}
      facts={<DrawerFacts row={row} />}
      actions={<DrawerMenu {...props} />}
      foot={
        <Button size="sm" icon={ScanSearch} busy={checking} onClick={props.onCheck}>
          {words.check}
        </Button>
      }
    >
      <Trouble {...props} />
      <Tabs
        label={words.drawer.tabs}
        value={tab}
        onChange={(id) => onTab(id === "facts" ? "facts" : "preflight")}
        className="[&>div:first-child]:mb-2"
        tabs={[
          {
            id: "preflight",
            label: words.drawer.preflight,
            ...(row.findings.length > 0 ? { count: row.findings.length } : {}),
            content: <PreflightTab row={row} />,
          },
          { id: "facts", label: words.drawer.factsTab, content: <FactsTab row={row} /> },
        ]}
      />
    </Drawer>
  );
}

function DrawerMenu({ row, onEdit, onRemove }: HostDrawerProps) {
  const m = useMessages();
  const words = m.hosts.actions;
  const router = useRouter();
  const shell = {
    id: "shell",
    label: m.terminal.tab,
    icon: SquareTerminal,
    act: () => router.push(hostShellHref(row.id)),
  };
  const settings = {
    id: "settings",
    label: m.hostSettings.menu,
    icon: SlidersHorizontal,
    act: () => router.push(`/hosts/${row.id}/settings`),
  };
  const reboot = {
    id: "reboot",
    label: words.reboot,
    icon: Power,
    act: () => router.push(rebootPlan(row)),
  };
  const mayOpenShell = useMay("shell:host");
  const mayRun = useMay("jobs:write");
  return (
    <Menu
      items={[
        ...(mayOpenShell ? [shell] : []),
        ...(mayRun ? [reboot] : []),
        settings,
        { id: "edit", label: words.edit, icon: Pencil, act: onEdit },
        { id: "remove", label: words.remove, icon: Trash2, act: onRemove, danger: true },
      ]}
    />
  );
}

/** A node's pods move first: its cluster plans that. */
const rebootPlan = ({ id, clusterId }: HostRow) =>
  clusterId === null
    ? hostPlanHref({ kind: "reboot", hostIds: [id], boots: {} })
    : rebootHref(clusterId, [id]);

function DrawerFacts({ row }: { row: HostRow }) {
  const words = useMessages().hosts.drawer;
  return (
    <>
      {row.facts?.model && `${row.facts.model} · `}
      {row.address} ·{" "}
      {row.factsAt === null ? (
        words.neverRead
      ) : (
        <>
          {words.read} <Ago at={row.factsAt} />
        </>
      )}
      {row.clusterId !== null && (
        <>
          {" · "}
          <Link href={`/clusters/${row.clusterId}`} className="link">
            {row.clusterName}
          </Link>
        </>
      )}
    </>
  );
}

/** What keeps the panel from the host; a changed key has its own flow. */
function Trouble(props: HostDrawerProps) {
  const { row, checking, onCheck } = props;
  const m = useMessages();
  if (row.state === "key-changed") return <KeyChangedNote row={row} onCompare={props.onCompare} />;
  if (row.problem === null) return null;
  return (
    <ProblemCard
      problem={row.problem}
      className="my-2"
      actions={
        <Button size="sm" busy={checking} onClick={onCheck}>
          {m.ui.tryNow}
        </Button>
      }
    />
  );
}

function PreflightTab({ row }: { row: HostRow }) {
  const words = useMessages().hosts;
  if (row.facts === null)
    return (
      <EmptyState icon={ScanSearch} title={words.drawer.notCheckedTitle}>
        {words.drawer.notChecked}
      </EmptyState>
    );
  return (
    <>
      <p className="border-b border-line pb-2.5 text-sm text-muted">
        {row.role === null ? (
          words.drawer.anyRole
        ) : (
          <>
            {words.drawer.forRole} <b className="font-label text-text">{words.roles[row.role]}</b>.
          </>
        )}{" "}
        {row.findings.length === 0 && words.drawer.clean}
      </p>
      <FindingList findings={row.findings} />
    </>
  );
}

function FactsTab({ row }: { row: HostRow }) {
  return <KeyValues items={useFactItems(row)} className="pt-1" />;
}
