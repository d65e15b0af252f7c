import { fail, ok, type Result } from "@/lib/core/result";
import { operationTitle } from "@/lib/provision/plan/operation-title";
import type { JobRow } from "@/lib/schemas/job";
import type { ClusterOperation, Operation } from "@/lib/schemas/operation";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { isUniqueViolation } from "@/server/db/unique-violation";
import { LEASE_MS } from "@/server/jobs/lease";
import { prepareOperation } from "@/server/jobs/load-operation";
import { areHostsAtWork } from "./hosts-at-work";
import { noteBoots } from "./note-boots";
import { JOB_INCLUDE, jobRow } from "./job-row";

interface StartInput {
  readonly clusterId: string;
  readonly operation: ClusterOperation;
  /** Node id → reason. */
  readonly skips: Readonly<Record<string, string>>;
  readonly user: SessionUser;
  readonly address: string;
}

/** Checks that the operation can be planned, books the cluster for it, and starts. */
export async function startJob(c: Container, input: StartInput): Promise<Result<JobRow>> {
  const { clusterId } = input;
  const noted = await noteBoots(c, input.operation);
  if (!noted.ok) return noted;
  const operation = noted.value;
  const prepared = await prepareOperation(clusterId, operation, c);
  if (!prepared.ok) return prepared;
  const { clusterName, leaving, hosts } = prepared.value;
  if (operation.kind === "delete" && operation.confirmName !== clusterName)
    return notConfirmed(clusterName);
  const about = leaving ?? hosts.find(({ id }) => id === aboutHost(operation));
  const title = operationTitle(operation, clusterName, about?.name ?? "");
  return bookAndStart(c, {
    ...input,
    ...{ operation, title, busyKey: busyKey(clusterId), object: `cluster:${clusterId}` },
  });
}

/** The one host that an operation is named after. */
function aboutHost(operation: ClusterOperation): string | undefined {
  if (operation.kind === "reboot") return operation.hostIds[0];
  return "hostId" in operation ? operation.hostId : undefined;
}

/** A job that is ready to be booked. */
interface Booking extends Omit<StartInput, "clusterId" | "operation"> {
  /** null: it belongs to no cluster. */
  readonly clusterId: string | null;
  /** Of a job on a site's network. */
  readonly siteId?: string;
  readonly operation: Operation;
  readonly title: string;
  /** Unique among jobs that are queued or running. */
  readonly busyKey: string;
  /** For the audit: "cluster:…". */
  readonly object: string;
}

/** Books the job, notes who began it, and starts. */
export async function bookAndStart(c: Container, booking: Booking): Promise<Result<JobRow>> {
  const { operation, title, user, address, object } = booking;
  const job = await bookJob(c, booking);
  if (!job.ok) return job;
  await c.audit.record({
    actor: user,
    address,
    action: `job.${operation.kind}`,
    object,
    detail: { job: job.value.number, title },
  });
  c.bus.emit("job.booked", {});
  c.bus.emit("jobs.changed", {});
  c.jobs.start(job.value.id, user.name);
  return job;
}

async function bookJob(c: Container, booking: Booking): Promise<Result<JobRow>> {
  const { clusterId, operation, skips, user, title } = booking;
  try {
    const job = await c.db.$transaction(async (tx) => {
      if (await areHostsAtWork(tx, booking)) return null;
      const last = await tx.job.findFirst({
        orderBy: { number: "desc" },
        select: { number: true },
      });
      return tx.job.create({
        data: {
          number: (last?.number ?? 0) + 1,
          clusterId,
          siteId: booking.siteId ?? null,
          operation: JSON.stringify(operation),
          title,
          busyKey: booking.busyKey,
          leaseUntil: new Date(c.clock.nowMs() + LEASE_MS),
          skips: JSON.stringify(skips),
          startedBy: user.name,
        },
        include: JOB_INCLUDE,
      });
    });
    return job === null ? busy() : ok(jobRow(job));
  } catch (error) {
    if (isUniqueViolation(error)) return busy();
    throw error;
  }
}

/** Unique while a job is queued or running: one at a time per cluster. */
export const busyKey = (clusterId: string) => `cluster/${clusterId}`;

/** The same of a job on hosts that no cluster holds. */
export const hostBusyKey = (hostId: string) => `host/${hostId}`;

/** The same of a job on a site's network. */
export const siteBusyKey = (siteId: string) => `site:${siteId}`;

/** What a second job is told. */
export const busy = (): Result<never> =>
  fail({
    code: "job.busy",
    detail: "Another job is running here.",
    remedies: ["Open it under Jobs; wait for it, or cancel it."],
  });

const notConfirmed = (name: string): Result<never> =>
  fail({
    code: "input.invalid",
    detail: `To delete the cluster, its name must be typed: ${name}.`,
    remedies: [`Type ${name}.`],
    fields: { confirmName: `Type ${name}.` },
  });
