import type { Clock } from "@/lib/core/clock";
import type { Container } from "@/server/container";
import { LEASE_MS } from "./lease";
import { openJournal } from "./journal";

type Parts = Pick<Container, "db" | "bus" | "clock" | "log" | "redactor" | "lifecycle">;

/**
 * Ends jobs whose runner died (a killed panel, a power cut): they become "interrupted", which
 * offers Resume. Looks at start and once per lease time.
 */
export function watchForDeadRunners(parts: Parts): void {
  const look = () =>
    interruptDeadJobs(parts).catch((error: unknown) =>
      parts.log.error({ err: error }, "reconciling jobs failed"),
    );
  parts.lifecycle.onStart("jobs", async () => {
    await look();
    const timer = setInterval(() => void look(), LEASE_MS / 3);
    timer.unref();
    parts.lifecycle.onStop("dead runners", () => clearInterval(timer));
  });
}

/** One look. Returns how many jobs were ended. */
export async function interruptDeadJobs(parts: Omit<Parts, "lifecycle">): Promise<number> {
  const now = () => new Date(parts.clock.nowMs());
  const dead = await parts.db.job.findMany({
    where: DEAD(parts.clock),
    select: { id: true, number: true },
  });
  let ended = 0;
  for (const { id, number } of dead) {
    // The same condition again, in one update: a runner that woke up meanwhile keeps its job.
    const claimed = await parts.db.job.updateMany({
      where: { id, ...DEAD(parts.clock) },
      data: {
        state: "interrupted",
        busyKey: null,
        leaseOwner: null,
        leaseUntil: null,
        endedAt: now(),
      },
    });
    if (claimed.count === 0) continue;
    const journal = await openJournal(id, parts);
    journal.emit({ type: "job.finished", outcome: "interrupted" });
    await journal.close();
    parts.log.warn({ job: number }, "a job was interrupted: its runner is gone");
    ended++;
  }
  return ended;
}

/** Booked or running, but nobody has renewed the lease in time. */
const DEAD = (clock: Clock) => ({
  state: { in: ["queued", "running"] },
  leaseUntil: { lt: new Date(clock.nowMs()) },
});
