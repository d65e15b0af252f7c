import { describe, expect, it } from "vitest";
import { createJob } from "@/server/testing/create-job";
import { testContainer } from "@/server/testing/test-container";
import { LEASE_MS, takeLease } from "./lease";
import { interruptDeadJobs } from "./reconcile";

describe("takeLease", () => {
  it("gives a job to exactly one of many runners", async () => {
    await using panel = await testContainer();
    const { container } = panel;
    const jobId = await createJob(container);
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        takeLease(jobId, { ...container, owner: `runner ${i}` }),
      ),
    );
    const holders = taken.filter((lease) => lease !== null);
    expect(holders).toHaveLength(1);
    for (const lease of holders) lease.release();
  });

  it("refuses a job that has ended", async () => {
    await using panel = await testContainer();
    const jobId = await createJob(panel.container, { state: "failed" });
    expect(await takeLease(jobId, { ...panel.container, owner: "r" })).toBeNull();
  });
});

describe("interruptDeadJobs", () => {
  it("interrupts a job whose runner is gone and frees its cluster", async () => {
    await using panel = await testContainer();
    const { container, clock } = panel;
    const jobId = await createJob(container, { state: "running", leaseOwner: "dead" });
    expect(await interruptDeadJobs(container)).toBe(0);
    clock.advance(LEASE_MS + 1);
    expect(await interruptDeadJobs(container)).toBe(1);
    const job = await container.db.job.findUniqueOrThrow({ where: { id: jobId } });
    expect(job).toMatchObject({ state: "interrupted", busyKey: null, leaseOwner: null });
    expect(await interruptDeadJobs(container)).toBe(0);
  });
});
