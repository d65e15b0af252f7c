import { hostname } from "node:os";
import { randomBytes } from "node:crypto";
import type { Problem } from "@/lib/core/problem";
import { ok, type Result } from "@/lib/core/result";
import { executePlan } from "@/lib/provision/engine/execute-plan";
import { jobNode } from "@/lib/provision/plan/job-node";
import type { NodeId } from "@/lib/provision/plan/plan";
import type { JobOutcome } from "@/lib/schemas/job-event";
import type { Container } from "@/server/container";
import { afterJob, beforeJob } from "./job-effects";
import type { JobHosts } from "./job-hosts";
import { type Journal, openJournal } from "./journal";
import { type Lease, takeLease } from "./lease";
import { loadOperation, type LoadedOperation } from "./load-operation";

/** Steps in flight at once over all hosts; the hosts do the work, the panel only waits. */
const CONCURRENCY = 64;
/** How long a stopping panel waits for a running command before it leaves it to the host. */
const STOP_GRACE_MS = 4000;

/** What a runner uses of the container. */
export type RunnerParts = Pick<
  Container,
  "db" | "bus" | "clock" | "log" | "redactor" | "vault" | "lifecycle" | "artifacts" | "ssh"
>;

/** Runs jobs in this process. */
export interface Jobs {
  /** Begins (or goes on with) a job in the background, when no other runner holds it. */
  start(jobId: string): void;
  /** Asks the job to stop: nothing new begins. False when it does not run here. */
  cancel(jobId: string, by: string): boolean;
}

interface Running {
  readonly cancel: AbortController;
  readonly finished: Promise<void>;
  journal: Journal | null;
}

/** One runner per process; its name tells it from a panel that was killed and started again. */
export function createJobs(parts: RunnerParts): Jobs {
  const owner = `${hostname()}/${process.pid}/${randomBytes(4).toString("hex")}`;
  const running = new Map<string, Running>();

  const start = (jobId: string) => {
    if (running.has(jobId)) return;
    const cancel = new AbortController();
    const { promise: finished, resolve } = Promise.withResolvers<void>();
    const entry: Running = { cancel, finished, journal: null };
    running.set(jobId, entry);
    runJob({ jobId, owner, entry, parts })
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
  };
}

interface RunContext {
  readonly jobId: string;
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

interface Ended {
  readonly outcome: JobOutcome;
  readonly problem?: Problem;
}

async function attemptJob(context: RunContext, journal: Journal, lease: Lease): Promise<Ended> {
  const { jobId, entry, parts } = context;
  const stopping = parts.lifecycle.stopping;
  const signal = AbortSignal.any([entry.cancel.signal, lease.lost, stopping]);
  const work = runOperation(context, journal, signal).catch((error: unknown): Ended => {
    parts.log.error({ err: error, jobId }, "job failed unexpectedly");
    return { outcome: "failed", problem: unexpected(jobId) };
  });
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

async function runOperation(
  { jobId, parts }: RunContext,
  journal: Journal,
  signal: AbortSignal,
): Promise<Ended> {
  const loaded = await loadOperation(jobId, parts);
  if (!loaded.ok) return { outcome: "failed", problem: loaded.problem };
  const job = await parts.db.job.update({
    where: { id: jobId },
    data: { attempt: { increment: 1 }, startedAt: new Date(parts.clock.nowMs()) },
  });
  const nodes = [...loaded.value.plan.nodes.values()].map(jobNode);
  journal.emit({ type: "job.planned", attempt: job.attempt, nodes });
  await beforeJob(loaded.value, parts);
  const say = (line: string) => journal.emit({ type: "log", node: "panel", stream: "panel", line });
  const fetched = await parts.artifacts.fetch(loaded.value.artifacts, say);
  if (!fetched.ok) return { outcome: "failed", problem: fetched.problem };
  const hosts = parts.ssh.forJob({ job: `job ${job.number}`, who: job.startedBy, why: job.title });
  try {
    const outcome = await execute(
      { loaded: loaded.value, skips: job.skips, hosts },
      journal,
      signal,
    );
    if (!outcome.ok) return { outcome: "failed", problem: outcome.problem };
    if (outcome.value !== "succeeded") return { outcome: outcome.value };
    const settled = await afterJob(loaded.value, hosts, parts);
    return settled.ok ? { outcome: "succeeded" } : { outcome: "failed", problem: settled.problem };
  } finally {
    await hosts.close();
  }

  async function execute(
    work: { loaded: LoadedOperation; skips: string; hosts: JobHosts },
    to: Journal,
    stop: AbortSignal,
  ): Promise<Result<JobOutcome>> {
    const skips = new Map(Object.entries(JSON.parse(work.skips) as Record<NodeId, string>));
    return executePlan(work.loaded.plan, {
      hostFor: (id) => work.hosts.hostFor(id),
      emit: (event) => to.emit(event),
      clock: parts.clock,
      concurrency: CONCURRENCY,
      signal: stop,
      skips,
      unitPrefix: `gandalf-${jobId.slice(-10)}`,
    });
  }
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
  return ok(undefined);
}

const unexpected = (jobId: string): Problem => ({
  code: "panel.unexpected",
  detail: "The panel itself failed during this job.",
  remedies: [
    "Resume goes on from here.",
    `The panel's log names the cause: search it for ${jobId}.`,
  ],
});
