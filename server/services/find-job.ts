import { fail, ok, type Result } from "@/lib/core/result";
import type { Database } from "@/server/db/client";
import { loadJob, type StoredJob } from "./job-row";

/** The job, or `object.not-found`. */
export async function findJob(db: Database, id: string): Promise<Result<StoredJob>> {
  const job = await loadJob(db, id);
  if (job !== null) return ok(job);
  return fail({
    code: "object.not-found",
    detail: "This job does not exist.",
    remedies: ["Go back to the list of jobs."],
  });
}
