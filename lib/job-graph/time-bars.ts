import type { NodeView } from "@/lib/schemas/job-view";

/** One step as a bar on the axis of time; `left` and `width` are shares of the whole, from 0 to 1. */
export interface TimeBar {
  readonly node: NodeView;
  readonly left: number;
  readonly width: number;
  readonly durationMs: number;
}

/** A window of time, and the rounded marks on it. */
export interface TimeAxis {
  readonly fromMs: number;
  readonly lengthMs: number;
  /** Offsets from the start, in ms. */
  readonly ticksMs: readonly number[];
}

const ROUND_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400].map(
  (seconds) => seconds * 1000,
);
const MOST_TICKS = 7;

/** From the first step that began to the last that ended, or to now while one runs. */
export function timeAxis(nodes: readonly NodeView[], nowMs: number): TimeAxis | null {
  const begun = nodes.filter((node) => node.startedAt !== undefined);
  if (begun.length === 0) return null;
  const fromMs = Math.min(...begun.map((node) => Date.parse(node.startedAt ?? "")));
  const endMs = Math.max(...begun.map((node) => endOf(node, nowMs)));
  const lengthMs = Math.max(1_000, endMs - fromMs);
  const step =
    ROUND_MS.find((ms) => lengthMs / ms <= MOST_TICKS) ?? Math.ceil(lengthMs / MOST_TICKS);
  const ticksMs = Array.from({ length: Math.floor(lengthMs / step) + 1 }, (_, i) => i * step);
  return { fromMs, lengthMs, ticksMs };
}

/** Bars of the steps that have begun. */
export function timeBars(nodes: readonly NodeView[], axis: TimeAxis, nowMs: number): TimeBar[] {
  return nodes.flatMap((node) => {
    if (node.startedAt === undefined) return [];
    const startMs = Date.parse(node.startedAt);
    const durationMs = Math.max(0, endOf(node, nowMs) - startMs);
    const left = Math.max(0, (startMs - axis.fromMs) / axis.lengthMs);
    return [{ node, left, width: Math.min(1 - left, durationMs / axis.lengthMs), durationMs }];
  });
}

const endOf = (node: NodeView, nowMs: number) =>
  node.endedAt === undefined ? nowMs : Date.parse(node.endedAt);
