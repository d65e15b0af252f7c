import { randomUUID } from "node:crypto";
import type { Clock } from "@/lib/core/clock";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { BulkProgress } from "@/lib/schemas/kube-bulk";
import type { Lifecycle } from "@/server/lifecycle";
import { BulkRun, type BulkJob } from "./bulk-run";

interface StartBulk extends Omit<BulkJob, "id" | "clock" | "signal"> {
  readonly clusterId: string;
}

/**
 * Changes of many objects that run in this panel. Each object's change is in the cluster and in the audit as soon as
 * it is made, so a panel that was restarted loses only the list of results.
 */
export interface Bulks {
  start(bulk: StartBulk): BulkProgress;
  find(clusterId: string, id: string): Result<BulkProgress, Problem>;
  /** What is under way ends; what has not begun is left alone. */
  cancel(clusterId: string, id: string): Result<BulkProgress, Problem>;
}

interface Running {
  readonly clusterId: string;
  readonly run: BulkRun;
  readonly stop: AbortController;
}

/** Ended ones that are remembered. */
const KEEP = 20;

export function createBulks({ clock, lifecycle }: { clock: Clock; lifecycle: Lifecycle }): Bulks {
  const bulks = new Map<string, Running>();
  const found = (clusterId: string, id: string): Result<Running, Problem> => {
    const bulk = bulks.get(id);
    return bulk?.clusterId === clusterId ? ok(bulk) : fail(FORGOTTEN);
  };
  const forget = () => {
    const ended = [...bulks].filter(([, { run }]) => !run.progress.running);
    for (const [id] of ended.slice(0, -KEEP)) bulks.delete(id);
  };
  return {
    start: ({ clusterId, ...job }) => {
      const id = randomUUID();
      const stop = new AbortController();
      const signal = AbortSignal.any([stop.signal, lifecycle.stopping]);
      const run = new BulkRun({ ...job, id, clock, signal });
      forget();
      bulks.set(id, { clusterId, run, stop });
      void run.run();
      return run.progress;
    },
    find: (clusterId, id) => {
      const bulk = found(clusterId, id);
      return bulk.ok ? ok(bulk.value.run.progress) : bulk;
    },
    cancel: (clusterId, id) => {
      const bulk = found(clusterId, id);
      if (!bulk.ok) return bulk;
      bulk.value.stop.abort();
      return ok(bulk.value.run.progress);
    },
  };
}

const FORGOTTEN: Problem = {
  code: "object.not-found",
  detail: "The panel no longer has the results of this change of many objects.",
  remedies: [
    "Read the list again: each object is as it is now.",
    "The audit log has every object that was changed.",
  ],
};
