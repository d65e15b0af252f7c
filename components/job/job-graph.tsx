"use client";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { type GraphLayout, layoutGraph } from "@/lib/job-graph/layout";
import { nearestSpot } from "@/lib/job-graph/nearest-spot";
import { wireState } from "@/lib/job-graph/wire-state";
import type { NodeView } from "@/lib/schemas/job-view";
import { GraphSpotMark } from "./graph-spot-mark";
import type { StepsProps } from "./job-steps";

const NAMES_PX = 124;
const LEAST_PITCH_PX = 74;
const MOST_PITCH_PX = 112;
const FIRST_WIDTH_PX = 1000;

const WIRE = {
  done: "stroke-ok-solid",
  reached: "stroke-line-control",
  pending: "stroke-line-control [stroke-dasharray:3_4]",
};

/** One lane a host, steps from left to right in the order of their needs; scrolls inside its frame. */
export function JobGraph(props: StepsProps & { nodes: readonly NodeView[] }) {
  const { nodes, chosen, onChoose, roleOf } = props;
  const words = useMessages().jobs;
  const frame = useRef<HTMLDivElement>(null);
  const availablePx = useWidth(frame) - NAMES_PX;
  const shape = nodes.map((node) => node.id).join("\n");
  const layout = useMemo(
    () => layoutGraph(nodes, { availablePx, leastPx: LEAST_PITCH_PX, mostPx: MOST_PITCH_PX }),
    // The layout depends on which steps there are, not on how far they are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [shape, availablePx],
  );
  useInView({ frame, layout, chosen });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nearestSpot(layout, chosen, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    requestAnimationFrame(() =>
      frame.current
        ?.querySelector<SVGElement>("[aria-current=true]")
        ?.focus({ preventScroll: true }),
    );
  };
  return (
    <div ref={frame} className="relative overflow-x-auto overflow-y-hidden" data-graph>
      <div className="flex w-max min-w-full">
        <LaneNames layout={layout} roleOf={roleOf} />
        <svg
          role="group"
          aria-label={words.graphLabel(layout.lanes.length, nodes.length)}
          width={layout.width}
          height={layout.height}
          onKeyDown={onKeyDown}
          className="flex-none"
        >
          <Wires layout={layout} nodes={nodes} />
          {layout.spots.map((spot) => {
            const node = nodes.find((candidate) => candidate.id === spot.id);
            return (
              node && (
                <GraphSpotMark
                  key={spot.id}
                  spot={spot}
                  node={node}
                  room={layout.pitch}
                  current={spot.id === chosen}
                  onChoose={onChoose}
                />
              )
            );
          })}
        </svg>
        <LaneLines layout={layout} />
      </div>
    </div>
  );
}

/** Stays at the left while the steps scroll by. */
const LaneNames = (props: { layout: GraphLayout; roleOf: StepsProps["roleOf"] }) => (
  <ul className="sticky left-0 z-[1] flex-none bg-surface" style={{ width: NAMES_PX }}>
    {props.layout.lanes.map((lane) => (
      <li
        key={lane.hostId}
        className="border-b border-line pl-4 last:border-b-0"
        style={{ height: lane.height }}
      >
        <p className="truncate pt-3 text-sm leading-5 font-[580]">{lane.hostName}</p>
        <p className="text-2xs text-muted">{props.roleOf(lane.hostId)}</p>
      </li>
    ))}
  </ul>
);

/** Fills what the lanes leave free, so that their lines reach the card's edge. */
const LaneLines = ({ layout }: { layout: GraphLayout }) => (
  <div aria-hidden className="pointer-events-none absolute inset-0">
    {layout.lanes.slice(1).map((lane) => (
      <span
        key={lane.hostId}
        className="absolute inset-x-0 border-t border-line"
        style={{ top: lane.top - 1 }}
      />
    ))}
  </div>
);

function Wires({ layout, nodes }: { layout: GraphLayout; nodes: readonly NodeView[] }) {
  const states = new Map(nodes.map((node) => [node.id, node.state]));
  return (
    <g aria-hidden fill="none" strokeWidth={1.5}>
      {layout.wires.map((wire) => {
        const look = wireState(
          states.get(wire.from) ?? "waiting",
          states.get(wire.to) ?? "waiting",
        );
        return <path key={`${wire.from} ${wire.to}`} d={wire.path} className={WIRE[look]} />;
      })}
    </g>
  );
}

function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(FIRST_WIDTH_PX);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

/** Brings the chosen step into view when it changes, without moving the page. */
function useInView(options: {
  frame: { readonly current: HTMLElement | null };
  layout: GraphLayout;
  chosen: string | undefined;
}) {
  const { frame, layout, chosen } = options;
  useEffect(() => {
    const element = frame.current;
    const spot = layout.spots.find((candidate) => candidate.id === chosen);
    if (!element || !spot) return;
    const from = element.scrollLeft;
    const to = from + element.clientWidth - NAMES_PX;
    if (spot.x - layout.pitch < from) element.scrollTo({ left: spot.x - layout.pitch });
    else if (spot.x + layout.pitch > to)
      element.scrollTo({ left: spot.x + layout.pitch - element.clientWidth + NAMES_PX });
  }, [frame, layout, chosen]);
}
