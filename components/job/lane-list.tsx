"use client";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import { type LaneSummary, laneSummaries, troubleFirst } from "@/lib/job-graph/lane-summary";
import { stepMs } from "@/lib/job-graph/progress";
import type { NodeView } from "@/lib/schemas/job-view";
import type { Role } from "@/lib/schemas/role";

/** Hosts with their steps, one line each. `folded`: only the hosts, trouble first, as on a phone. */
export function LaneList(props: {
  nodes: readonly NodeView[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  roleOf: (hostId: string) => Role | undefined;
  folded?: boolean;
  /** Inside another card: no frame of its own. */
  bare?: boolean;
}) {
  const { nodes, folded = false, bare = false } = props;
  const words = useMessages().jobs;
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const lanes = laneSummaries(nodes);
  const nowMs = useNow();
  const toggle = (hostId: string) =>
    setTurned((known) => {
      const next = new Set(known);
      if (!next.delete(hostId)) next.add(hostId);
      return next;
    });
  const list = (folded ? troubleFirst(lanes) : lanes).map((lane) => (
    <Lane
      key={lane.hostId}
      {...props}
      lane={lane}
      nowMs={nowMs}
      open={folded === turned.has(lane.hostId)}
      onToggle={() => toggle(lane.hostId)}
    />
  ));
  if (bare) return list;
  return (
    <Card className="mb-4 overflow-hidden" aria-label={words.stepsOfHosts}>
      {list}
    </Card>
  );
}

function Lane(props: {
  lane: LaneSummary;
  nowMs: number;
  open: boolean;
  onToggle: () => void;
  chosen: string | undefined;
  onChoose: (id: string) => void;
  roleOf: (hostId: string) => Role | undefined;
}) {
  const { lane, open, onToggle, chosen, onChoose, roleOf } = props;
  const words = useMessages().jobs;
  return (
    <section aria-label={lane.hostName} className="border-b border-line last:border-b-0">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex h-8 w-full items-center gap-2 px-3 text-left text-sm outline-offset-[-2px] max-sm:h-12 sm:bg-sunken"
        >
          <Icon of={open ? ChevronDown : ChevronRight} size={14} className="text-muted" />
          <span className="font-[580]">{lane.hostName}</span>
          <span className="min-w-0 truncate font-meta text-muted max-sm:hidden">
            {roleOf(lane.hostId)}
          </span>
          <span className="num min-w-0 truncate font-meta text-muted">
            {lane.at?.label ?? words.stepsDone(lane.done, lane.total)}
          </span>
          <span className="ml-auto">
            <Status of="step" is={lane.state} />
          </span>
        </button>
      </h3>
      {open &&
        lane.nodes.map((node) => (
          <Row
            key={node.id}
            node={node}
            nowMs={props.nowMs}
            current={node.id === chosen}
            onChoose={onChoose}
          />
        ))}
    </section>
  );
}

function Row(props: {
  node: NodeView;
  nowMs: number;
  current: boolean;
  onChoose: (id: string) => void;
}) {
  const { node, nowMs, current, onChoose } = props;
  const format = useFormat();
  const took = stepMs(node, nowMs);
  return (
    <button
      type="button"
      aria-current={current}
      title={node.title}
      onClick={() => onChoose(node.id)}
      className={cx(
        "grid min-h-[30px] w-full grid-cols-[minmax(0,200px)_112px_minmax(0,1fr)_auto] items-center gap-3 border-t border-line pr-3 pl-[34px] text-left text-sm outline-offset-[-2px] max-sm:min-h-11 max-sm:grid-cols-[minmax(0,1fr)_auto]",
        current ? "bg-selected shadow-[inset_2px_0_0_var(--accent-solid)]" : "hover:bg-hover",
      )}
    >
      <span className={cx("truncate", current && "font-label")}>{node.label}</span>
      <Status of="step" is={node.state} size="xs" />
      <span className="truncate text-xs text-muted max-sm:hidden">
        {node.problem?.detail ?? node.note}
      </span>
      <span className="num text-xs text-muted max-sm:hidden">
        {took === null ? "" : format.duration(took)}
      </span>
    </button>
  );
}
