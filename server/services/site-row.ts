import ipaddr from "ipaddr.js";
import { ok, type Result } from "@/lib/core/result";
import { zoneOf } from "@/lib/network/place";
import { role } from "@/lib/schemas/role";
import { type SiteSpec, siteSpec } from "@/lib/schemas/site";
import type { MeasuredGlance, SiteMeasurement, SiteRow } from "@/lib/schemas/site-view-row";
import { glanceOf } from "@/lib/network/measured-glance";
import type { Container } from "@/server/container";
import type { Database } from "@/server/db/client";
import { siteGone } from "./read-site";

const INCLUDE = {
  hosts: {
    include: { host: { include: { members: true } } },
    orderBy: { host: { name: "asc" as const } },
  },
  revisions: { orderBy: { revision: "desc" as const }, take: 1 },
  measurements: { orderBy: { id: "desc" as const }, take: 1 },
  jobs: { where: { state: { in: ["queued", "running"] } }, select: { id: true } },
};

const load = (db: Database, id: string) => db.site.findUnique({ where: { id }, include: INCLUDE });
type StoredRow = NonNullable<Awaited<ReturnType<typeof load>>>;

/** All sites by name. */
export async function listSites({ db }: Pick<Container, "db">): Promise<readonly SiteRow[]> {
  const stored = await db.site.findMany({ include: INCLUDE, orderBy: { name: "asc" } });
  return stored.map(siteRow);
}

/** One site as lists and pages show it, or `object.not-found`. */
export async function readSiteRow(
  { db }: Pick<Container, "db">,
  id: string,
): Promise<Result<SiteRow>> {
  const stored = await load(db, id);
  return stored === null ? siteGone() : ok(siteRow(stored));
}

function siteRow(stored: StoredRow): SiteRow {
  const { id, name, revision, appliedRevision } = stored;
  const spec = siteSpec.parse(JSON.parse(stored.revisions[0]?.spec ?? "null"));
  return {
    ...{ id, name, revision, appliedRevision },
    appliedAt: stored.appliedAt?.toISOString() ?? null,
    hosts: stored.hosts.map(({ host }) => ({
      ...{ id: host.id, name: host.name, address: host.address },
      role: role.safeParse(host.members[0]?.role).data ?? null,
      zone: zoneName(spec, host.address),
    })),
    runningJobId: stored.jobs[0]?.id ?? null,
    lastMeasured: lastMeasured(stored),
    createdAt: stored.createdAt.toISOString(),
  };
}

/** A host's own address is never one of pods. */
function zoneName(site: SiteSpec, address: string): string | null {
  if (!ipaddr.isValid(address)) return null;
  const zone = zoneOf({ site, podSubnets: [] }, address);
  return zone.kind === "network" ? zone.name : null;
}

function lastMeasured({ measurements: [last] }: StoredRow): MeasuredGlance | null {
  return last === undefined ? null : glanceOf(JSON.parse(last.body) as SiteMeasurement);
}
