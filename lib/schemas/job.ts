import { z } from "zod";
import type { JobEvent, JobOutcome } from "./job-event";
import type { JobView, NodeState } from "./job-view";
import { clusterOperation, hostOperation, type Operation, siteOperation } from "./operation";

export type JobState = "queued" | "running" | JobOutcome;

/** A job as lists show it. Times are ISO 8601, UTC. */
export interface JobRow {
  readonly id: string;
  /** Counts from 1; what people call it: "job 17". */
  readonly number: number;
  readonly title: string;
  readonly state: JobState;
  readonly operation: Operation;
  /** null when the cluster is gone. */
  readonly clusterId: string | null;
  readonly clusterName: string | null;
  readonly attempt: number;
  readonly startedBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Steps by state; their sum is `total`. */
  readonly counts: Readonly<Record<NodeState, number>> & { readonly total: number };
}

const skips = z
  .record(z.string().max(200), z.string().trim().min(1, "Write why this step is skipped.").max(500))
  .default({});

/** Body of POST /clusters/:id/jobs. `skips`: node id → reason. */
export const startJobInput = z.object({ operation: clusterOperation, skips });

/** Body of POST /hosts/:id/jobs. */
export const startHostJobInput = z.object({ operation: hostOperation, skips });

/** Body of POST /sites/:id/jobs. */
export const startSiteJobInput = z.object({ operation: siteOperation, skips });

/** Body of POST /jobs/:id/keep-rules. */
export const keepRulesInput = z.object({ keep: z.boolean() });

/** Body of POST /jobs/:id/resume: more steps to skip. */
export const resumeJobInput = z.object({ skips });

/** Query of GET /jobs/:id/events. */
export const jobEventsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(5000),
});
export type JobEventsQuery = z.infer<typeof jobEventsQuery>;

export interface JobEventsAnswer {
  readonly events: readonly JobEvent[];
  /** Of the whole job: more events follow while the page ends before it. */
  readonly lastSeq: number;
}

/** Answer of GET /jobs/:id. */
export interface JobAnswer {
  readonly job: JobRow;
  readonly view: JobView;
}
