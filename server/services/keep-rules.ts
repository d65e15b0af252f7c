import { fail, ok, type Result } from "@/lib/core/result";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { findJob } from "./find-job";

interface KeepInput {
  readonly jobId: string;
  readonly keep: boolean;
  readonly user: SessionUser;
  readonly address: string;
}

/** Somebody's word on rules on trial. "Go back" is heard at any time, "Keep" once everything is proved. */
export async function keepRules(c: Container, input: KeepInput): Promise<Result<void>> {
  const { jobId, keep, user } = input;
  const job = await findJob(c.db, jobId);
  if (!job.ok) return job;
  const isHeard = job.value.siteId !== null && c.jobs.tell(jobId, { keep, by: user.name });
  if (!isHeard)
    return fail({
      code: "job.state",
      detail: `Job ${job.value.number} is not running in this panel: nothing is on trial.`,
      remedies: ["Read the page again: the old rules may just have come back."],
    });
  await c.audit.record({
    actor: user,
    address: input.address,
    action: keep ? "job.keep-rules" : "job.take-rules-back",
    object: `job:${jobId}`,
  });
  return ok(undefined);
}
