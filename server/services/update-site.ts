import { fail, ok, type Result } from "@/lib/core/result";
import type { UpdateSiteInput } from "@/lib/schemas/site-input";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { isUniqueViolation } from "@/server/db/unique-violation";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { tellSite } from "@/server/network/tell-site";
import { checkSiteHosts } from "./check-site-hosts";
import { siteNameTaken } from "./create-site";
import { readSiteRow } from "./site-row";

type Parts = Pick<Container, "db" | "bus" | "audit">;

interface Change extends UpdateSiteInput {
  readonly id: string;
}

/** Renames a site, or changes which hosts are its own. A host that carries its rules stays until they are off. */
export async function updateSite(
  c: Parts,
  { id, name, hostIds }: Change,
  by: RequestedBy,
): Promise<Result<SiteRow>> {
  const before = await readSiteRow(c, id);
  if (!before.ok) return before;
  if (hostIds !== undefined) {
    const fit = await mayBe(c, before.value, hostIds);
    if (!fit.ok) return fit;
  }
  try {
    await c.db.$transaction(async (tx) => {
      if (name !== undefined) await tx.site.update({ where: { id }, data: { name } });
      if (hostIds === undefined) return;
      await tx.siteHost.deleteMany({ where: { siteId: id } });
      await tx.siteHost.createMany({ data: hostIds.map((hostId) => ({ siteId: id, hostId })) });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return siteNameTaken(name ?? before.value.name);
    throw error;
  }
  const after = await readSiteRow(c, id);
  if (!after.ok) return after;
  const hosts = after.value.hosts.map((host) => host.name);
  const detail = { from: before.value.name, name: after.value.name, hosts };
  await c.audit.record({ ...auditOf(by), action: "site.update", object: `site:${id}`, detail });
  tellSite(c.bus, id);
  return ok(after.value);
}

async function mayBe(
  { db }: Parts,
  site: SiteRow,
  hostIds: readonly string[],
): Promise<Result<unknown>> {
  if (site.runningJobId !== null)
    return fail({
      code: "job.busy",
      detail: `A job is running on ${site.name}; its hosts stay as they are until it ends.`,
      remedies: ["Wait for the job, or cancel it."],
    });
  const leaving = site.hosts.find(({ id }) => !hostIds.includes(id));
  if (leaving !== undefined && site.appliedRevision !== null)
    return fail({
      code: "object.conflict",
      detail: `${leaving.name} still carries the rules of ${site.name}.`,
      remedies: ["Take the rules off the hosts first, on the site's page."],
      fields: { hostIds: `${leaving.name} still carries the site's rules. Take them off first.` },
    });
  return checkSiteHosts(db, hostIds, site.id);
}
