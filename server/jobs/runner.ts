import { hostname } from "node:os";
import { randomBytes } from "node:crypto";
import type { Problem } from "@/lib/core/problem";
import type { Word } from "@/server/network/apply/trial";
import { type Journal, openJournal } from "./journal";
import { type Lease, takeLease } from "./lease";
import { type Ended, runOperation, type RunnerParts } from "./run-operation";

/** How long a stopping panel waits for a running command before it leaves it to the host. */
const STOP_GRACE_MS = 4000;

/** Runs jobs in this process. */
export interface Jobs {
  /** Begins (or goes on with) a job in the background, when no other runner holds it. `by`: who asked for it. */
  start(jobId: string, by: string): void;
  /** Asks the job to stop: nothing new begins. False when it does not run here. */
  cancel(jobId: string, by: string): boolean;
  /** Tells the job what somebody says about the rules it has on trial. False when it does not run here. */
  tell(jobId: string, word: Word): boolean;
}

interface Running {
  readonly cancel: AbortController;
  readonly word: PromiseWithResolvers<Word>;
  readonly finished: Promise<void>;
  journal: Journal | null;
}

/** One runner per process; its name tells it from a panel that was killed and started again. */
export function createJobs(parts: RunnerParts): Jobs {
  const owner = `${hostname()}/${process.pid}/${randomBytes(4).toString("hex")}`;
  const running = new Map<string, Running>();

  const start = (jobId: string, by: string) => {
    if (running.has(jobId)) return;
    const cancel = new AbortController();
    const { promise: finished, resolve } = Promise.withResolvers<void>();
    const word = Promise.withResolvers<Word>();
    const entry: Running = { cancel, word, finished, journal: null };
    running.set(jobId, entry);
    runJob({ jobId, by, owner, entry, parts })
      .catch((error: unknown) => parts.log.error({ err: error, jobId }, "job runner failed"))
      .finally(() => {
        running.delete(jobId);
        resolve();
      });
  };

  parts.lifecycle.onStop("jobs", async () => {
    await Promise.all([...running.values()].map((entry) => entry.finished));
  });

  return {
    start,
    cancel: (jobId, by) => {
      const entry = running.get(jobId);
      if (entry === undefined) return false;
      entry.journal?.emit({ type: "job.cancelling", by });
      entry.cancel.abort();
      return true;
    },
    tell: (jobId, word) => {
      const entry = running.get(jobId);
      entry?.word.resolve(word);
      return entry !== undefined;
    },
  };
}

interface RunContext {
  readonly jobId: string;
  readonly by: string;
  readonly owner: string;
  readonly entry: Running;
  readonly parts: RunnerParts;
}

async function runJob(context: RunContext): Promise<void> {
  const { jobId, owner, entry, parts } = context;
  const lease = await takeLease(jobId, { db: parts.db, clock: parts.clock, owner });
  if (lease === null) return;
  const journal = await openJournal(jobId, parts);
  entry.journal = journal;
  try {
    const ended = await attemptJob(context, journal, lease);
    if (lease.lost.aborted) return; // another runner has it: every word from here would be wrong
    await finishJob(context, journal, ended);
  } finally {
    lease.release();
  }
}

async function attemptJob(context: RunContext, journal: Journal, lease: Lease): Promise<Ended> {
  const { jobId, by, entry, parts } = context;
  const stopping = parts.lifecycle.stopping;
  const abandoned = AbortSignal.any([lease.lost, stopping]);
  const signal = AbortSignal.any([entry.cancel.signal, abandoned]);
  const word = entry.word.promise;
  const work = runOperation({ jobId, by, journal, signal, abandoned, word, parts }).catch(
    (error: unknown): Ended => {
      parts.log.error({ err: error, jobId }, "job failed unexpectedly");
      return { outcome: "failed", problem: unexpected(jobId) };
    },
  );
  const ended = await Promise.race([work, graceAfter(stopping, parts)]);
  return stopping.aborted && ended.outcome !== "succeeded" ? { outcome: "interrupted" } : ended;
}

/** Settles a while after the panel begins to stop; a transient unit on a host goes on without it. */
function graceAfter(stopping: AbortSignal, parts: RunnerParts): Promise<Ended> {
  return new Promise((resolve) => {
    const settle = () =>
      void parts.clock.sleep(STOP_GRACE_MS).then(() => resolve({ outcome: "interrupted" }));
    if (stopping.aborted) settle();
    else stopping.addEventListener("abort", settle, { once: true });
  });
}

async function finishJob({ jobId, parts }: RunContext, journal: Journal, ended: Ended) {
  journal.emit({ type: "job.finished", ...ended });
  await journal.close();
  await parts.db.job.update({
    where: { id: jobId },
    data: {
      state: ended.outcome,
      busyKey: null,
      leaseOwner: null,
      leaseUntil: null,
      endedAt: new Date(parts.clock.nowMs()),
    },
  });
  parts.bus.emit("jobs.changed", {});
  parts.bus.emit("hosts.changed", {});
}

const unexpected = (jobId: string): Problem => ({
  code: "panel.unexpected",
  detail: "The panel itself failed during this job.",
  remedies: [
    "Resume goes on from here.",
    `The panel's log names the cause: search it for ${jobId}.`,
  ],
});
