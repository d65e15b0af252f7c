import { operation as operationSchema } from "@/lib/schemas/operation";
import type { Database } from "@/server/db/client";

/** What a job is about, booked or to be booked. */
interface About {
  readonly clusterId: string | null;
  readonly siteId?: string | null;
  readonly operation: unknown;
}

type Reader = Pick<Database, "job" | "clusterMember" | "siteHost">;

/**
 * Whether a job of another kind works on a host that this one is about: a host has one runner at a time, and whoever
 * came second would push the first one out.
 */
export async function areHostsAtWork(db: Reader, about: About): Promise<boolean> {
  const mine = new Set(await hostsOf(db, about));
  const running = await db.job.findMany({
    where: { state: { in: ["queued", "running"] } },
    select: { clusterId: true, siteId: true, operation: true },
  });
  for (const job of running) {
    const theirs = await hostsOf(db, { ...job, operation: JSON.parse(job.operation) });
    if (theirs.some((id) => mine.has(id))) return true;
  }
  return false;
}

async function hostsOf(
  db: Reader,
  { clusterId, siteId, operation }: About,
): Promise<readonly string[]> {
  const named = operationSchema.safeParse(operation).data;
  const site = siteId ?? null;
  const [members, inSite] = await Promise.all([
    clusterId === null ? [] : db.clusterMember.findMany({ where: { clusterId } }),
    site === null ? [] : db.siteHost.findMany({ where: { siteId: site } }),
  ]);
  return [
    ...[...members, ...inSite].map(({ hostId }) => hostId),
    ...(named !== undefined && "hostIds" in named ? named.hostIds : []),
    ...(named !== undefined && "hostId" in named ? [named.hostId] : []),
  ];
}
