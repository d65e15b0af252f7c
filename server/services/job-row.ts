import type { JobRow, JobState } from "@/lib/schemas/job";
import { emptyJobView, type JobView, type NodeState } from "@/lib/schemas/job-view";
import { operation } from "@/lib/schemas/operation";
import type { Database } from "@/server/db/client";

export const JOB_INCLUDE = { cluster: { select: { name: true } } } as const;

/** A job's row, read with JOB_INCLUDE. */
export const loadJob = (db: Database, id: string) =>
  db.job.findUnique({ where: { id }, include: JOB_INCLUDE });
export type StoredJob = NonNullable<Awaited<ReturnType<typeof loadJob>>>;

/** The stored job as the API shows it. `view` is fresher than the stored one where the caller has it. */
export const jobRow = (job: StoredJob, view: JobView = storedView(job)): JobRow => ({
  id: job.id,
  number: job.number,
  title: job.title,
  state: job.state as JobState,
  operation: operation.parse(JSON.parse(job.operation)),
  clusterId: job.clusterId,
  clusterName: job.cluster?.name ?? null,
  attempt: job.attempt,
  startedBy: job.startedBy,
  createdAt: job.createdAt.toISOString(),
  startedAt: job.startedAt?.toISOString() ?? null,
  endedAt: job.endedAt?.toISOString() ?? null,
  counts: countStates(view),
});

const storedView = (job: StoredJob): JobView =>
  job.view === null ? emptyJobView : (JSON.parse(job.view) as JobView);

const NONE: Readonly<Record<NodeState, number>> = {
  waiting: 0,
  checking: 0,
  "in-sync": 0,
  changing: 0,
  changed: 0,
  failed: 0,
  blocked: 0,
  skipped: 0,
};

function countStates(view: JobView): JobRow["counts"] {
  const counts = { ...NONE };
  const nodes = Object.values(view.nodes);
  for (const node of nodes) counts[node.state]++;
  return { ...counts, total: nodes.length };
}
