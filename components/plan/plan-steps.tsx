"use client";
import { Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { usePhone } from "@/components/hooks/use-media";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { filterCount, type PlanFilter, planGroups } from "@/lib/plan-summary/groups";
import type { PlanNodeView } from "@/lib/schemas/plan-view";
import type { Role } from "@/lib/schemas/role";
import { PlanGroupRows } from "./plan-group-rows";
import { useStepKeys } from "./use-step-keys";

/** All steps by host, filtered and searched; J, K and the arrows go from one to the next. */
export function PlanSteps(props: {
  nodes: readonly PlanNodeView[];
  members: readonly { readonly hostId: string; readonly role: Role | null }[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { nodes, members, chosen, onChoose } = props;
  const words = useMessages().plan;
  const [filter, setFilter] = useState<PlanFilter>("all");
  const [search, setSearch] = useState("");
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const phone = usePhone();
  /** On a phone hosts are folded until one opens them, elsewhere the other way round. */
  const isFolded = (hostId: string) => phone !== turned.has(hostId);
  const list = useRef<HTMLDivElement>(null);
  const groups = planGroups(nodes, { filter, search });
  const listed = groups.flatMap((group) => (isFolded(group.hostId) ? [] : group.nodes));
  const { move, onKeyDown } = useWalk({ listed, chosen, onChoose, list });
  useStepKeys(move);
  const toggle = (hostId: string) =>
    setTurned((known) => {
      const next = new Set(known);
      if (!next.delete(hostId)) next.add(hostId);
      return next;
    });
  const tabStop = listed.some((node) => node.id === chosen) ? chosen : listed[0]?.id;
  return (
    <Card
      aria-label={words.steps}
      className="flex max-h-[calc(100dvh-330px)] min-h-[320px] flex-col self-start overflow-hidden md:sticky md:top-[calc(var(--topbar)+16px)] max-md:max-h-none"
    >
      <Filters {...{ nodes, filter, setFilter, search, setSearch }} />
      <div ref={list} onKeyDown={onKeyDown} className="min-h-0 flex-1 overflow-y-auto">
        {groups.map((group) => (
          <PlanGroupRows
            key={group.hostId}
            group={group}
            role={members.find((member) => member.hostId === group.hostId)?.role ?? undefined}
            nodes={nodes}
            folded={isFolded(group.hostId)}
            onFold={() => toggle(group.hostId)}
            chosen={chosen}
            tabStop={tabStop}
            onChoose={onChoose}
          />
        ))}
        {groups.length === 0 && (
          <NoMatch
            onClear={() => {
              setFilter("all");
              setSearch("");
            }}
          />
        )}
      </div>
    </Card>
  );
}

function NoMatch(props: { onClear: () => void }) {
  const words = useMessages().plan;
  return (
    <div className="grid justify-items-center gap-3 px-6 py-12">
      <p className="text-base font-name">{words.noMatch}</p>
      <Button onClick={props.onClear}>{words.showAll}</Button>
    </div>
  );
}

function Filters(props: {
  nodes: readonly PlanNodeView[];
  filter: PlanFilter;
  setFilter: (filter: PlanFilter) => void;
  search: string;
  setSearch: (text: string) => void;
}) {
  const { nodes, filter, setFilter, search, setSearch } = props;
  const words = useMessages().plan;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
      <Segmented
        label={words.filter}
        value={filter}
        onChange={setFilter}
        segments={[
          { id: "all", label: words.all(nodes.length) },
          { id: "changes", label: words.changes(filterCount(nodes, "changes")) },
          { id: "files", label: words.files(filterCount(nodes, "files")) },
        ]}
      />
      <Input
        type="search"
        icon={Search}
        data-list-search
        aria-label={words.searchLabel}
        placeholder={words.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="min-w-[104px] flex-1"
      />
    </div>
  );
}

function useWalk(options: {
  listed: readonly PlanNodeView[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  list: { readonly current: HTMLDivElement | null };
}) {
  const { listed, chosen, onChoose, list } = options;
  const goTo = (index: number) => {
    const next = listed[Math.min(listed.length - 1, Math.max(0, index))];
    if (!next) return;
    onChoose(next.id);
    requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>("[aria-current=true]");
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    });
  };
  const at = listed.findIndex((node) => node.id === chosen);
  const move = (by: 1 | -1) => goTo(at === -1 ? 0 : at + by);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Home: () => goTo(0),
      End: () => goTo(listed.length - 1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { move, onKeyDown };
}
