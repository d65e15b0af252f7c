"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Check, type LucideIcon, Minus, Slash, X } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { STATUS_ICONS } from "@/components/ui/status-icons";
import { type StatusLook, statusLook, type Tone } from "@/lib/format/status";
import type { GraphSpot } from "@/lib/job-graph/layout";
import type { NodeState, NodeView } from "@/lib/schemas/job-view";

const SHAPE = {
  ok: "fill-ok-tint stroke-ok-solid",
  warn: "fill-warn-tint stroke-warn-solid",
  danger: "fill-danger-solid stroke-danger-solid",
  info: "fill-info-tint stroke-info-solid",
  unknown: "fill-surface stroke-unknown-solid",
  live: "fill-accent-tint stroke-accent-solid",
} satisfies Record<Tone, string>;

const GLYPH = {
  ok: "text-ok-solid",
  warn: "text-warn-solid",
  danger: "text-on-danger",
  info: "text-info-solid",
  unknown: "text-unknown-solid",
  live: "text-accent-solid",
} satisfies Record<Tone, string>;

/** In a circle the plain glyph reads better than the one that brings its own circle. */
const PLAIN: Partial<Record<NodeState, LucideIcon>> = {
  changed: Check,
  failed: X,
  blocked: Slash,
  skipped: Minus,
};

/** About how wide a character of a label is at 11 px, for cutting it to its room. */
const CHARACTER_PX = 6.1;

/** One step as a circle with its icon and name. */
export function GraphSpotMark(props: {
  spot: GraphSpot;
  node: NodeView;
  room: number;
  current: boolean;
  onChoose: (id: string) => void;
}) {
  const { spot, node, room, current, onChoose } = props;
  const words = useMessages().status.step;
  const look = statusLook("step", node.state);
  const choose = () => onChoose(node.id);
  return (
    <g
      role="button"
      tabIndex={current ? 0 : -1}
      aria-current={current}
      aria-label={`${node.hostName}, ${node.label}: ${words[node.state]}`}
      data-state={node.state}
      transform={`translate(${spot.x} ${spot.y})`}
      onClick={choose}
      onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && choose()}
      className="cursor-pointer outline-none [&:focus-visible>.ring-spot]:stroke-focus"
    >
      <title>{`${node.title} (${words[node.state]})`}</title>
      <rect x={-room / 2} y={-16} width={room} height={spot.small ? 32 : 48} fill="transparent" />
      <Circle spot={spot} state={node.state} look={look} current={current} />
      <text
        {...(spot.small ? { x: 13, y: 4 } : { y: 27, textAnchor: "middle" as const })}
        strokeWidth={4}
        paintOrder="stroke"
        className={cx(
          "stroke-surface text-2xs",
          node.state === "failed" && "fill-danger font-[600]",
          look.tone === "live" && "fill-accent font-[560]",
          node.state !== "failed" &&
            look.tone !== "live" &&
            (current ? "fill-text font-[560]" : "fill-muted"),
        )}
      >
        {cut(node.label, spot.small ? room - 24 : room - 6)}
      </text>
    </g>
  );
}

function Circle(props: { spot: GraphSpot; state: NodeState; look: StatusLook; current: boolean }) {
  const { spot, state, look, current } = props;
  const radius = spot.small ? 7 : 10;
  const icon = (spot.small ? 9 : 12) / 2;
  const Glyph = PLAIN[state] ?? STATUS_ICONS[look.icon];
  const waiting = state === "waiting";
  return (
    <>
      <circle
        r={radius + 4.5}
        strokeWidth={current ? 2 : 1.5}
        className={cx("ring-spot fill-surface", ringLook(current, state))}
      />
      <circle
        r={radius}
        strokeWidth={1.5}
        {...(waiting ? { strokeDasharray: "3 3" } : {})}
        className={SHAPE[look.tone]}
      />
      {!waiting && (
        <g className={GLYPH[look.tone]}>
          <g className={look.turns ? "animate-turn" : undefined}>
            <Glyph aria-hidden x={-icon} y={-icon} size={icon * 2} strokeWidth={2.6} />
          </g>
        </g>
      )}
    </>
  );
}

/** Around the circle: chosen, failed, or nothing. */
function ringLook(current: boolean, state: NodeState): string {
  if (current) return "stroke-accent-solid";
  return state === "failed" ? "stroke-danger-solid" : "stroke-transparent";
}

/** Cut to its room; the whole name is in the title and in the detail. */
function cut(label: string, room: number): string {
  const most = Math.floor(room / CHARACTER_PX);
  return label.length <= most ? label : `${label.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
