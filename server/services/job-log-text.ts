import { ok, type Result } from "@/lib/core/result";
import type { Database } from "@/server/db/client";
import { readEvents } from "@/server/jobs/journal";
import { findJob } from "./find-job";

/** The log as text, one line each: time, step, line. Secrets were redacted when it was written. */
export async function jobLogText(
  db: Database,
  id: string,
  node: string | undefined,
): Promise<Result<{ readonly text: string; readonly fileName: string }>> {
  const job = await findJob(db, id);
  if (!job.ok) return job;
  const range = { after: 0, limit: null, ...(node === undefined ? {} : { node }) };
  const lines: string[] = [];
  for (const event of await readEvents(id, range, db))
    if (event.type === "log") lines.push(`${event.at} ${event.node}: ${event.line}`);
  return ok({ text: `${lines.join("\n")}\n`, fileName: `job-${job.value.number}.log` });
}
