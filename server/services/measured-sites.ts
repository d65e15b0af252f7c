import type { MeasuredSite } from "@/lib/overview/site-troubles";
import type { SiteMeasurement } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";

/** Sites whose rules are on their hosts, as they were measured last. One of an earlier policy says nothing any more. */
export async function measuredSites({
  db,
}: Pick<Container, "db">): Promise<readonly MeasuredSite[]> {
  const rows = await db.site.findMany({
    where: { appliedRevision: { not: null } },
    include: {
      hosts: { include: { host: { select: { id: true, name: true } } } },
      measurements: { orderBy: { id: "desc" }, take: 1 },
    },
    orderBy: { name: "asc" },
  });
  return rows.flatMap(({ id, name, appliedRevision, hosts, measurements: [newest] }) => {
    if (newest === undefined) return [];
    const last = JSON.parse(newest.body) as SiteMeasurement;
    if (last.revision !== appliedRevision) return [];
    return [{ site: { id, name }, hosts: hosts.map(({ host }) => host), last }];
  });
}
