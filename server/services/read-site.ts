import { fail, ok, type Result } from "@/lib/core/result";
import { type SiteSpec, siteSpec } from "@/lib/schemas/site";
import type { Container } from "@/server/container";
import type { Database } from "@/server/db/client";

/** A site with its newest policy. */
export interface StoredSite {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly appliedRevision: number | null;
  readonly spec: SiteSpec;
  readonly hostIds: readonly string[];
}

/** The site, or `object.not-found`. */
export async function readSite(
  { db }: Pick<Container, "db">,
  siteId: string,
): Promise<Result<StoredSite>> {
  const found = await db.site.findUnique({
    where: { id: siteId },
    include: { hosts: { include: { host: true }, orderBy: { host: { name: "asc" } } } },
  });
  if (found === null) return siteGone();
  const { id, name, revision, appliedRevision } = found;
  const spec = await specOf(db, id, revision);
  const hostIds = found.hosts.map(({ hostId }) => hostId);
  return ok({ id, name, revision, appliedRevision, spec, hostIds });
}

/** A policy as it was saved. */
export async function specOf(db: Database, siteId: string, revision: number): Promise<SiteSpec> {
  const stored = await db.siteRevision.findUniqueOrThrow({
    where: { siteId_revision: { siteId, revision } },
  });
  return siteSpec.parse(JSON.parse(stored.spec));
}

/** What whoever asks for a site that was deleted is told. */
export const siteGone = (): Result<never> =>
  fail({
    code: "object.not-found",
    detail: "This site does not exist any more.",
    remedies: ["Go back to the Network page."],
  });
