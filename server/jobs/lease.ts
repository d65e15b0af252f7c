import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/server/db/client";

/** A runner that has not renewed for this long counts as dead. */
export const LEASE_MS = 15_000;
const RENEW_EVERY_MS = 5000;

interface LeaseParts {
  readonly db: Database;
  readonly clock: Clock;
  /** This process: other processes have other owners. */
  readonly owner: string;
}

export interface Lease {
  /** Aborts when the lease was lost: the runner must stop at once. */
  readonly lost: AbortSignal;
  /** Ends the renewal. The job's row is settled by the runner. */
  release(): void;
}

/**
 * Takes the job for this process, or null when another runner holds it. Renewed until released;
 * two runners can never both hold it, because taking is one conditional update.
 */
export async function takeLease(jobId: string, parts: LeaseParts): Promise<Lease | null> {
  const { db, clock, owner } = parts;
  const until = () => new Date(clock.nowMs() + LEASE_MS);
  const free = { OR: [{ leaseOwner: null }, { leaseUntil: { lt: new Date(clock.nowMs()) } }] };
  const taken = await db.job.updateMany({
    where: { id: jobId, state: { in: ["queued", "running"] }, ...free },
    data: { leaseOwner: owner, leaseUntil: until(), state: "running" },
  });
  if (taken.count === 0) return null;
  const lost = new AbortController();
  const renew = async () => {
    const renewed = await db.job.updateMany({
      where: { id: jobId, leaseOwner: owner, state: "running" },
      data: { leaseUntil: until() },
    });
    if (renewed.count === 0) lost.abort();
  };
  const timer = setInterval(() => {
    renew().catch(() => lost.abort());
  }, RENEW_EVERY_MS);
  timer.unref();
  return { lost: lost.signal, release: () => clearInterval(timer) };
}
