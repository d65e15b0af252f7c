import type { Clock } from "@/lib/core/clock";
import { inParallel } from "@/server/hosts/in-parallel";
import type { Problem } from "@/lib/core/problem";
import type { Result } from "@/lib/core/result";
import type {
  BulkAction,
  BulkItem,
  BulkProgress,
  BulkState,
  BulkTarget,
} from "@/lib/schemas/kube-bulk";

export interface BulkJob {
  readonly id: string;
  readonly action: BulkAction;
  readonly targets: readonly BulkTarget[];
  readonly startedBy: string;
  /** Objects at once; 1 is one after another, and the first failure then ends it. */
  readonly atOnce: number;
  readonly clock: Pick<Clock, "nowMs">;
  readonly signal: AbortSignal;
  /** Never throws. */
  readonly perform: (target: BulkTarget, signal: AbortSignal) => Promise<Result<unknown, Problem>>;
}

interface Entry {
  readonly target: BulkTarget;
  state: BulkState;
  problem: Problem | null;
}

/** One change of many objects: some at a time, each with its own end. */
export class BulkRun {
  readonly #job: BulkJob;
  readonly #entries: readonly Entry[];
  readonly #startedMs: number;
  #running = true;

  constructor(job: BulkJob) {
    this.#job = job;
    this.#startedMs = job.clock.nowMs();
    this.#entries = job.targets.map((target) => ({ target, state: "waiting", problem: null }));
  }

  get progress(): BulkProgress {
    const { id, action, startedBy } = this.#job;
    return {
      ...{ id, action, startedBy },
      running: this.#running,
      startedAt: new Date(this.#startedMs).toISOString(),
      items: this.#entries.map(toItem),
    };
  }

  /** Ends when every object was tried, or was left alone because somebody cancelled. */
  async run(): Promise<BulkProgress> {
    const { atOnce, perform, signal } = this.#job;
    let failed = false;
    await inParallel(this.#entries, atOnce, async (entry) => {
      if (signal.aborted || (failed && atOnce === 1)) {
        entry.state = "skipped";
        return;
      }
      entry.state = "running";
      const done = await perform(entry.target, signal);
      entry.state = done.ok ? "done" : "failed";
      if (done.ok) return;
      entry.problem = done.problem;
      failed = true;
    });
    this.#running = false;
    return this.progress;
  }
}

const toItem = ({ target, state, problem }: Entry): BulkItem => {
  const { uid, namespace, name } = target;
  return { uid, namespace, name, state, problem };
};
