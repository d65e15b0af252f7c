import type { Clock } from "@/lib/core/clock";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { DrainInput, DrainPreview, DrainProgress } from "@/lib/schemas/kube-drain";
import type { Lifecycle } from "@/server/lifecycle";
import type { ApiClient } from "@/server/kube/api-client";
import { CANCELLED, drainObstacle, DrainRun } from "./drain-run";

export interface StartDrain {
  readonly clusterId: string;
  readonly api: ApiClient;
  readonly input: DrainInput;
  readonly preview: DrainPreview;
  readonly startedBy: string;
}

/**
 * Drains that run in this panel. What a drain changes is in the cluster itself (the node is cordoned, its
 * pods are elsewhere), so a panel that was restarted loses only the progress, and draining again goes on.
 */
export interface Drains {
  find(clusterId: string, node: string): DrainProgress | null;
  /** Refused while one runs. `whenEnded` hears how it went. */
  start(
    drain: StartDrain,
    whenEnded: (ended: DrainProgress) => void,
  ): Result<DrainProgress, Problem>;
  /** Uncordons the node unless it was cordoned before. */
  cancel(clusterId: string, node: string): Result<DrainProgress, Problem>;
}

interface Running {
  readonly run: DrainRun;
  readonly stop: AbortController;
}

/** Ended drains that are remembered. */
const KEEP = 100;

export function createDrains({ clock, lifecycle }: { clock: Clock; lifecycle: Lifecycle }): Drains {
  const drains = new Map<string, Running>();
  const keyOf = (clusterId: string, node: string) => `${clusterId} ${node}`;

  return {
    find: (clusterId, node) => drains.get(keyOf(clusterId, node))?.run.progress ?? null,
    start: ({ clusterId, api, input, preview, startedBy }, whenEnded) => {
      const key = keyOf(clusterId, input.node);
      if (drains.get(key)?.run.progress.state === "running") return fail(alreadyRuns(input.node));
      const obstacle = drainObstacle(preview, input);
      if (obstacle !== null) return fail(obstacle);
      const stop = new AbortController();
      const signal = AbortSignal.any([stop.signal, lifecycle.stopping]);
      const run = new DrainRun({ api, clock, input, preview, startedBy, signal });
      drains.delete(key);
      drains.set(key, { run, stop });
      for (const old of [...drains.keys()].slice(0, -KEEP)) drains.delete(old);
      void run.run().then(whenEnded);
      return ok(run.progress);
    },
    cancel: (clusterId, node) => {
      const found = drains.get(keyOf(clusterId, node));
      if (found?.run.progress.state !== "running") return fail(notRunning(node));
      found.stop.abort(CANCELLED);
      return ok(found.run.progress);
    },
  };
}

const alreadyRuns = (node: string): Problem => ({
  code: "object.conflict",
  detail: `${node} is being drained already.`,
  remedies: ["Watch it, or cancel it first."],
});

const notRunning = (node: string): Problem => ({
  code: "object.not-found",
  detail: `No drain of ${node} runs in this panel.`,
  remedies: ["Read the page again."],
});
