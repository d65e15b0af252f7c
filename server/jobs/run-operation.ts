import type { Problem } from "@/lib/core/problem";
import type { Result } from "@/lib/core/result";
import { executePlan } from "@/lib/provision/engine/execute-plan";
import { jobNode } from "@/lib/provision/plan/job-node";
import type { NodeId } from "@/lib/provision/plan/plan";
import type { JobOutcome } from "@/lib/schemas/job-event";
import type { Container } from "@/server/container";
import type { LoadedSite } from "@/server/network/apply/load-site";
import { createTrial, type Word } from "@/server/network/apply/trial";
import { afterJob, beforeJob } from "./job-effects";
import type { JobHosts } from "./job-hosts";
import type { Journal } from "./journal";
import type { LoadedHosts } from "./load-hosts";
import { loadOperation, type LoadedOperation } from "./load-operation";

/** Steps in flight at once over all hosts; the hosts do the work, the panel only waits. */
const CONCURRENCY = 64;

/** What a runner uses of the container. */
export type RunnerParts = Pick<
  Container,
  | "config"
  | "db"
  | "bus"
  | "clock"
  | "log"
  | "redactor"
  | "vault"
  | "lifecycle"
  | "artifacts"
  | "ssh"
>;

/** How an attempt ended. */
export interface Ended {
  readonly outcome: JobOutcome;
  readonly problem?: Problem;
}

interface Attempt {
  readonly jobId: string;
  /** Who asked for it. */
  readonly by: string;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Aborts when nothing may be begun any more, not even to take something back. */
  readonly abandoned: AbortSignal;
  /** What somebody says about rules on trial. */
  readonly word: Promise<Word>;
  readonly parts: RunnerParts;
}

const failed = (problem: Problem): Ended => ({ outcome: "failed", problem });

/** One attempt at a job: plan, fetch, execute, and note what came of it. */
export async function runOperation(attempt: Attempt): Promise<Ended> {
  const { jobId, by, journal, parts } = attempt;
  const loaded = await loadOperation(jobId, parts);
  if (!loaded.ok) return failed(loaded.problem);
  const job = await parts.db.job.update({
    where: { id: jobId },
    data: { attempt: { increment: 1 }, startedAt: new Date(parts.clock.nowMs()) },
  });
  const nodes = [...loaded.value.plan.nodes.values()].map(jobNode);
  journal.emit({ type: "job.planned", attempt: job.attempt, nodes, by });
  await beforeJob(loaded.value, parts);
  const say = (line: string) => journal.emit({ type: "log", node: "panel", stream: "panel", line });
  const fetched = await parts.artifacts.fetch(loaded.value.artifacts, say);
  if (!fetched.ok) return failed(fetched.problem);
  const hosts = parts.ssh.forJob({ job: `job ${job.number}`, who: job.startedBy, why: job.title });
  try {
    const outcome = await execute(attempt, loaded.value, { hosts, skips: job.skips });
    if (!outcome.ok) return failed(outcome.problem);
    if (outcome.value !== "succeeded") return { outcome: outcome.value };
    const settled = await afterJob(loaded.value, hosts, parts);
    return settled.ok ? { outcome: "succeeded" } : failed(settled.problem);
  } finally {
    await hosts.close();
  }
}

function execute(
  { jobId, journal, signal, abandoned, word, parts }: Attempt,
  loaded: LoadedOperation | LoadedHosts | LoadedSite,
  { hosts, skips }: { hosts: JobHosts; skips: string },
): Promise<Result<JobOutcome>> {
  const reasons = Object.entries(JSON.parse(skips) as Record<string, string>);
  const emit: Journal["emit"] = (event) => journal.emit(event);
  return executePlan(loaded.plan, {
    hostFor: (id) => hosts.hostFor(id),
    emit,
    ...(loaded.on === "site"
      ? { consult: createTrial({ loaded, emit, word, container: parts }) }
      : {}),
    clock: parts.clock,
    concurrency: CONCURRENCY,
    signal,
    abandoned,
    skips: new Map(reasons as [NodeId, string][]),
    unitPrefix: `gandalf-${jobId.slice(-10)}`,
  });
}
