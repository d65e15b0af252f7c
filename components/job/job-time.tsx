"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { cx } from "@/components/ui/cx";
import { statusLook, type Tone } from "@/lib/format/status";
import { hostsOf } from "@/lib/job-graph/tracks";
import { type TimeAxis, type TimeBar, timeAxis, timeBars } from "@/lib/job-graph/time-bars";
import type { NodeView } from "@/lib/schemas/job-view";

const BAR = {
  ok: "border-ok-solid bg-ok-tint text-ok",
  warn: "border-warn-solid bg-warn-tint text-warn",
  danger: "border-danger-solid bg-danger-tint text-danger",
  info: "border-info-solid bg-info-tint text-info",
  unknown: "border-unknown-solid bg-unknown-tint text-unknown",
  live: "border-accent-solid bg-accent-tint text-accent",
} satisfies Record<Tone, string>;

/** Wider than this share of the axis, a bar has room for its name. */
const NAMED = 0.05;
const FRAME_CLASS = "relative mr-4 ml-[124px]";

/** Steps over time, one row a host and a thin one for what was pushed meanwhile. */
export function JobTime(props: {
  nodes: readonly NodeView[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { nodes, chosen, onChoose } = props;
  const words = useMessages().jobs;
  const nowMs = useNow();
  const axis = timeAxis(nodes, nowMs);
  if (axis === null) return <p className="px-4 py-6 text-sm text-muted">{words.timeNone}</p>;
  const bars = timeBars(nodes, axis, nowMs);
  return (
    <div role="group" aria-label={words.timeLabel} className="relative pb-2">
      <Axis axis={axis} />
      {hostsOf(nodes).map((host) => (
        <div key={host.id} className="relative border-t border-line py-1.5">
          <p className="absolute top-2 left-4 w-[100px] truncate text-sm font-[580]">{host.name}</p>
          {(["main", "transfer"] as const).map((lane) => (
            <div key={lane} className={cx(FRAME_CLASS, lane === "main" ? "h-7" : "h-2")}>
              {bars
                .filter((bar) => bar.node.hostId === host.id && bar.node.lane === lane)
                .map((bar) => (
                  <Bar
                    key={bar.node.id}
                    bar={bar}
                    current={bar.node.id === chosen}
                    onChoose={onChoose}
                  />
                ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Too small for a button of its own: a click is a shortcut, J, K and the list do the same. */
function Bar(props: { bar: TimeBar; current: boolean; onChoose: (id: string) => void }) {
  const { bar, current, onChoose } = props;
  const words = useMessages().jobs;
  const format = useFormat();
  const { node, left, width } = bar;
  const name = words.durationOf(node.label, format.duration(bar.durationMs));
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      onClick={() => onChoose(node.id)}
      style={{ left: `${left * 100}%`, width: `max(4px, ${width * 100}%)` }}
      className={cx(
        "absolute inset-y-0.5 cursor-pointer overflow-hidden rounded-xs border text-2xs leading-[22px] whitespace-nowrap",
        BAR[statusLook("step", node.state).tone],
        current && "z-[1] outline-2 outline-focus",
      )}
    >
      {node.lane === "main" && width > NAMED && <span className="px-1.5">{node.label}</span>}
    </span>
  );
}

function Axis({ axis }: { axis: TimeAxis }) {
  const format = useFormat();
  return (
    <div className={cx(FRAME_CLASS, "h-7")} aria-hidden>
      {axis.ticksMs.map((ms) => (
        <span
          key={ms}
          className="num absolute bottom-1 text-2xs text-muted"
          style={{ left: `${(ms / axis.lengthMs) * 100}%` }}
        >
          {ms === 0 ? format.clock(axis.fromMs) : format.duration(ms)}
        </span>
      ))}
    </div>
  );
}
