import { fail, ok, type Result } from "@/lib/core/result";
import type { JobRow } from "@/lib/schemas/job";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { isUniqueViolation } from "@/server/db/unique-violation";
import { LEASE_MS } from "@/server/jobs/lease";
import { findJob } from "./find-job";
import { areHostsAtWork } from "./hosts-at-work";
import { jobRow } from "./job-row";
import { operation } from "@/lib/schemas/operation";
import { busy, busyKey, hostBusyKey, siteBusyKey } from "./start-job";

interface ResumeInput {
  readonly jobId: string;
  /** More steps to skip, with reasons; earlier ones stay skipped. */
  readonly skips: Readonly<Record<string, string>>;
  readonly user: SessionUser;
  readonly address: string;
}

const RESUMABLE = ["failed", "cancelled", "interrupted"];

/** Goes on with an ended job: every step is decided again on the hosts as they are now. */
export async function resumeJob(c: Container, input: ResumeInput): Promise<Result<JobRow>> {
  const found = await findJob(c.db, input.jobId);
  if (!found.ok) return found;
  const job = found.value;
  const key = keyOf(job);
  if (!RESUMABLE.includes(job.state) || key === null) return notResumable(job.number, job.state);
  const about = { ...job, operation: JSON.parse(job.operation) as unknown };
  if (await areHostsAtWork(c.db, about)) return busy();
  const skips = { ...(JSON.parse(job.skips) as Record<string, string>), ...input.skips };
  try {
    const booked = await c.db.job.updateMany({
      where: { id: job.id, state: { in: RESUMABLE } },
      data: {
        state: "queued",
        busyKey: key,
        leaseUntil: new Date(c.clock.nowMs() + LEASE_MS),
        skips: JSON.stringify(skips),
        endedAt: null,
      },
    });
    if (booked.count === 0) return busy();
  } catch (error) {
    if (isUniqueViolation(error)) return busy();
    throw error;
  }
  const { user, address } = input;
  await c.audit.record({
    actor: user,
    address,
    action: "job.resume",
    object: `job:${job.id}`,
    detail: { skips },
  });
  c.bus.emit("job.booked", {});
  c.bus.emit("jobs.changed", {});
  c.jobs.start(job.id, user.name);
  return ok(jobRow({ ...job, state: "queued", endedAt: null }));
}

/** What the job held when it was booked; null when that is gone. */
function keyOf(job: {
  readonly clusterId: string | null;
  readonly siteId: string | null;
  readonly operation: string;
}) {
  if (job.clusterId !== null) return busyKey(job.clusterId);
  if (job.siteId !== null) return siteBusyKey(job.siteId);
  const what = operation.parse(JSON.parse(job.operation));
  if (what.kind !== "prepare-host" && what.kind !== "reboot") return null;
  const [hostId] = what.hostIds;
  return hostId === undefined ? null : hostBusyKey(hostId);
}

const notResumable = (number: number, state: string): Result<never> =>
  fail({
    code: "job.state",
    detail: `Job ${number} is ${state}, so there is nothing to resume.`,
    remedies: ["Make a new plan on the cluster's page."],
  });
