import { fail, ok, type Result } from "@/lib/core/result";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { findJob } from "./find-job";

/** Asks a running job to stop: running commands finish, nothing new starts, nothing is rolled back. */
export async function cancelJob(
  c: Container,
  input: { readonly jobId: string; readonly user: SessionUser; readonly address: string },
): Promise<Result<void>> {
  const job = await findJob(c.db, input.jobId);
  if (!job.ok) return job;
  if (!c.jobs.cancel(input.jobId, input.user.name)) {
    return fail({
      code: "job.state",
      detail: `Job ${job.value.number} is not running in this panel.`,
      remedies: ["Read the page again: it may just have ended."],
    });
  }
  await c.audit.record({
    actor: input.user,
    address: input.address,
    action: "job.cancel",
    object: `job:${input.jobId}`,
  });
  return ok(undefined);
}
