import type { Container } from "@/server/container";

/** A booked job without a cluster, as a runner finds it. */
export async function createJob(
  { db, clock }: Pick<Container, "db" | "clock">,
  changes: { state?: string; leaseOwner?: string; leaseUntil?: Date; number?: number } = {},
): Promise<string> {
  const job = await db.job.create({
    data: {
      number: 1,
      operation: JSON.stringify({ kind: "create" }),
      title: "Create cluster test",
      startedBy: "Ada",
      leaseUntil: new Date(clock.nowMs() + 15_000),
      ...changes,
    },
  });
  return job.id;
}
