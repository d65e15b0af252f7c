import type { PlanNodeView, PlanView } from "@/lib/schemas/plan-view";

/** What a plan comes to, in numbers. */
export interface PlanFigures {
  readonly total: number;
  readonly changes: number;
  /** Hosts on which something changes or may change. */
  readonly hosts: number;
  readonly unknown: number;
  readonly inSync: number;
  readonly problems: number;
  /** What is restarted: "k3s on master1". */
  readonly restarts: readonly { readonly what: string; readonly hostName: string }[];
  /** Answers that were read from the hosts. */
  readonly checks: number;
}

/** Counts a plan. */
export function planFigures(plan: PlanView): PlanFigures {
  const count = (state: PlanNodeView["state"]) =>
    plan.nodes.filter((node) => node.state === state).length;
  const touched = plan.nodes.filter((node) => node.state !== "in-sync");
  return {
    total: plan.nodes.length,
    changes: count("change"),
    hosts: new Set(touched.map((node) => node.hostId)).size,
    unknown: count("unknown"),
    inSync: count("in-sync"),
    problems: count("problem"),
    restarts: plan.nodes.flatMap((node) =>
      node.state === "change"
        ? node.restarts.map((what) => ({ what, hostName: node.hostName }))
        : [],
    ),
    checks: plan.nodes.reduce((sum, node) => sum + node.facts.length, 0),
  };
}

/** Whether nothing at all would be done. */
export const isInSync = (figures: PlanFigures): boolean => figures.inSync === figures.total;

/** Below how many ms an estimate is rounded to which step. */
const ROUGH: readonly (readonly [belowMs: number, stepMs: number])[] = [
  [10_000, 1_000],
  [120_000, 5_000],
];

/** An estimate in ms as people say it: to the second below ten, to five below two minutes, then minutes. */
export function roughMs(durationMs: number): number {
  const [, stepMs = 60_000] = ROUGH.find(([belowMs]) => durationMs < belowMs) ?? [];
  return Math.max(stepMs, Math.round(durationMs / stepMs) * stepMs);
}
