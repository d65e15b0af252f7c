import type { JobRow } from "@/lib/schemas/job";
import type { Database } from "@/server/db/client";
import { JOB_INCLUDE, jobRow } from "./job-row";

interface Filter {
  readonly clusterId?: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function listJobs(
  db: Database,
  { clusterId, limit }: Filter,
): Promise<readonly JobRow[]> {
  const jobs = await db.job.findMany({
    where: clusterId === undefined ? {} : { clusterId },
    include: JOB_INCLUDE,
    orderBy: { number: "desc" },
    take: limit,
  });
  return jobs.map((job) => jobRow(job));
}
