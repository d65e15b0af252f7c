"use client";
import { ChevronDown, ChevronRight, Lock, Power } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import { filesOf, type PlanGroup } from "@/lib/plan-summary/groups";
import type { PlanNodeView } from "@/lib/schemas/plan-view";
import type { Role } from "@/lib/schemas/role";
import { PlanState } from "./plan-state";

/** A host and its steps, one line each. */
export function PlanGroupRows(props: {
  group: PlanGroup;
  role: Role | undefined;
  nodes: readonly PlanNodeView[];
  folded: boolean;
  onFold: () => void;
  chosen: string | undefined;
  /** The one row that Tab reaches. */
  tabStop: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { group, role, folded, chosen, tabStop, onChoose } = props;
  const words = useMessages().plan;
  return (
    <section aria-label={group.hostName} className="group">
      <h3 className="sticky top-0 z-[1]">
        <button
          type="button"
          aria-expanded={!folded}
          onClick={props.onFold}
          className="flex h-8 w-full items-center gap-[7px] border-b border-line bg-sunken px-3 text-xs outline-offset-[-2px] max-sm:h-11"
        >
          <Icon of={folded ? ChevronRight : ChevronDown} size={14} className="text-muted" />
          <span className="text-sm font-[580]">{group.hostName}</span>
          <span className="font-meta text-muted">{role}</span>
          <span
            title={words.ofTotalTitle(group.changes, group.total)}
            className="num ml-auto font-meta text-muted"
          >
            {words.ofTotal(group.changes, group.total)}
          </span>
        </button>
      </h3>
      {!folded &&
        group.nodes.map((node) => (
          <Row
            key={node.id}
            node={node}
            nodes={props.nodes}
            current={node.id === chosen}
            tabStop={node.id === tabStop}
            onChoose={onChoose}
          />
        ))}
    </section>
  );
}

function Row(props: {
  node: PlanNodeView;
  nodes: readonly PlanNodeView[];
  current: boolean;
  tabStop: boolean;
  onChoose: (id: string) => void;
}) {
  const { node, current, tabStop, onChoose } = props;
  return (
    <button
      type="button"
      aria-current={current}
      tabIndex={tabStop ? 0 : -1}
      onClick={() => onChoose(node.id)}
      title={node.title}
      className={cx(
        "flex min-h-[30px] w-full scroll-mt-8 items-center gap-2.5 border-b border-line pr-3 pl-[33px] text-left text-sm outline-offset-[-2px] max-sm:min-h-11",
        current
          ? "bg-selected font-label shadow-[inset_2px_0_0_var(--accent-solid)]"
          : "hover:bg-hover",
      )}
    >
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate">{node.label}</span>
        <Tags node={node} />
      </span>
      <span className="ml-auto min-w-0">
        <PlanState node={node} nodes={props.nodes} />
      </span>
    </button>
  );
}

/** Only the exceptional: the machine restarts, a secret is written. */
function Tags({ node }: { node: PlanNodeView }) {
  const words = useMessages().plan;
  const secret = filesOf(node).some((file) => file.kind === "write-file" && file.secret);
  const reboot = node.state === "change" && node.restarts.includes("reboot");
  return (
    <>
      {reboot && <Tag icon={Power}>{words.reboot}</Tag>}
      {secret && <Tag icon={Lock}>{words.secret}</Tag>}
    </>
  );
}
