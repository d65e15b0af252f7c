import { ok, type Result } from "@/lib/core/result";
import type { JobAnswer } from "@/lib/schemas/job";
import type { Database } from "@/server/db/client";
import { loadView } from "@/server/jobs/journal";
import { findJob } from "./find-job";
import { jobRow } from "./job-row";

/** The job and its picture as of its last stored event. */
export async function getJob(db: Database, id: string): Promise<Result<JobAnswer>> {
  const job = await findJob(db, id);
  if (!job.ok) return job;
  const view = await loadView(id, db);
  return ok({ job: jobRow(job.value, view), view });
}
