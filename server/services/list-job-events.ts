import { ok, type Result } from "@/lib/core/result";
import type { JobEventsAnswer, JobEventsQuery } from "@/lib/schemas/job";
import type { Database } from "@/server/db/client";
import { readEvents } from "@/server/jobs/journal";
import { findJob } from "./find-job";

/** A page of the journal after `after`; `lastSeq` tells whether there is more. */
export async function listJobEvents(
  db: Database,
  id: string,
  query: JobEventsQuery,
): Promise<Result<JobEventsAnswer>> {
  const job = await findJob(db, id);
  if (!job.ok) return job;
  const events = await readEvents(id, query, db);
  return ok({ events, lastSeq: job.value.lastSeq });
}
