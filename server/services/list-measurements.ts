import { ok, type Result } from "@/lib/core/result";
import type { SiteMeasurement, SiteMeasurementsAnswer } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { siteGone } from "./read-site";

/** The newest measurements of a site, newest first. */
export async function listMeasurements(
  { db }: Pick<Container, "db">,
  siteId: string,
  limit: number,
): Promise<Result<SiteMeasurementsAnswer>> {
  if ((await db.site.count({ where: { id: siteId } })) === 0) return siteGone();
  const rows = await db.siteMeasurement.findMany({
    ...{ where: { siteId }, orderBy: { id: "desc" }, take: limit },
  });
  return ok({ measurements: rows.map(({ body }) => JSON.parse(body) as SiteMeasurement) });
}
