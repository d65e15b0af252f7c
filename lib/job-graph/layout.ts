import type { JobNode } from "@/lib/schemas/job-event";
import { columnsOf } from "./columns";
import { drawnEdges } from "./edges";
import { hostsOf, trackKey } from "./tracks";

/** Sizes in px; the picture is drawn at one to one and scrolls inside its frame. */
export const MAIN_PX = 58;
const TRANSFER_PX = 28;
const MAIN_CENTRE_PX = 23;
const TRANSFER_CENTRE_PX = 12;
const EDGE_PX = 40;
/** A wire's last stretch, in which it changes lanes. */
const TURN_PX = 68;

export interface GraphLane {
  readonly hostId: string;
  readonly hostName: string;
  readonly top: number;
  readonly height: number;
}

export interface GraphSpot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly small: boolean;
}

export interface GraphWire {
  readonly from: string;
  readonly to: string;
  /** SVG path data. */
  readonly path: string;
  /** Along one track: drawn below everything that crosses it. */
  readonly straight: boolean;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** From one column to the next: the room a label has. */
  readonly pitch: number;
  readonly lanes: readonly GraphLane[];
  readonly spots: readonly GraphSpot[];
  readonly wires: readonly GraphWire[];
}

export interface PitchLimits {
  readonly availablePx: number;
  readonly leastPx: number;
  readonly mostPx: number;
}

/**
 * Where everything of a job's graph stands: one lane a host, with a thin second line for what is pushed to
 * it meanwhile; steps from left to right in dependency order. Columns grow to fill `availablePx`.
 */
export function layoutGraph(nodes: readonly JobNode[], limits: PitchLimits): GraphLayout {
  const columns = columnsOf(nodes);
  const count = Math.max(0, ...columns.values()) + 1;
  const pitch = pitchFor(count, limits);
  const lanes = lanesOf(nodes);
  const topOf = new Map(lanes.map((lane) => [lane.hostId, lane.top]));
  const spots = nodes.map((node) => {
    const small = node.lane === "transfer";
    const top = topOf.get(node.hostId) ?? 0;
    return {
      id: node.id,
      x: EDGE_PX + (columns.get(node.id) ?? 0) * pitch,
      y: top + (small ? MAIN_PX + TRANSFER_CENTRE_PX : MAIN_CENTRE_PX),
      small,
    };
  });
  const last = lanes.at(-1);
  return {
    width: Math.round(EDGE_PX * 2 + (count - 1) * pitch),
    height: last ? last.top + last.height : 0,
    pitch,
    lanes,
    spots,
    wires: wiresOf(nodes, spots, columns),
  };
}

const pitchFor = (count: number, { availablePx, leastPx, mostPx }: PitchLimits) =>
  Math.min(mostPx, Math.max(leastPx, (availablePx - EDGE_PX * 2) / Math.max(1, count - 1)));

function lanesOf(nodes: readonly JobNode[]): GraphLane[] {
  const pushed = new Set(
    nodes.filter((node) => node.lane === "transfer").map((node) => node.hostId),
  );
  let top = 0;
  return hostsOf(nodes).map(({ id, name }) => {
    const height = MAIN_PX + (pushed.has(id) ? TRANSFER_PX : 0);
    const lane = { hostId: id, hostName: name, top, height };
    top += height;
    return lane;
  });
}

/** One wire from each step to the next of its track, and curves for needs between tracks. */
function wiresOf(
  nodes: readonly JobNode[],
  spots: readonly GraphSpot[],
  columns: ReadonlyMap<string, number>,
): GraphWire[] {
  const spotOf = new Map(spots.map((spot) => [spot.id, spot]));
  const track = new Map(nodes.map((node) => [node.id, trackKey(node)]));
  return drawnEdges(chained(nodes, columns)).flatMap(({ from, to }) => {
    const [a, b] = [spotOf.get(from), spotOf.get(to)];
    if (!a || !b) return [];
    const straight = track.get(from) === track.get(to);
    return [{ from, to, straight, path: straight ? line(a, b) : curve(a, b, spots) }];
  });
}

/** The same steps, each after the one before it in its track: there they run one by one. */
function chained(
  nodes: readonly JobNode[],
  columns: ReadonlyMap<string, number>,
): readonly JobNode[] {
  const last = new Map<string, string>();
  const byColumn = [...nodes].sort((a, b) => (columns.get(a.id) ?? 0) - (columns.get(b.id) ?? 0));
  return byColumn.map((node) => {
    const before = last.get(trackKey(node));
    last.set(trackKey(node), node.id);
    return before === undefined ? node : { ...node, after: [...node.after, before] };
  });
}

const line = (a: GraphSpot, b: GraphSpot) => `M${px(a.x)} ${a.y}H${px(b.x)}`;

/**
 * Runs along its own line as far as that is free, or as the line is a thin one, and turns just before its
 * target: so it crosses other lanes between two columns, not over their names.
 */
function curve(a: GraphSpot, b: GraphSpot, spots: readonly GraphSpot[]): string {
  const turn = b.x - TURN_PX;
  const free = a.small || !spots.some((spot) => spot.y === a.y && spot.x > a.x && spot.x < b.x);
  const from = free ? Math.max(a.x, turn) : a.x;
  const reach = Math.max(18, (b.x - from) * 0.55);
  const lead = from > a.x ? `H${px(from)}` : "";
  return `M${px(a.x)} ${a.y}${lead}C${px(from + reach)} ${a.y} ${px(b.x - reach)} ${b.y} ${px(b.x)} ${b.y}`;
}

const px = (value: number) => Math.round(value * 10) / 10;
