import { done, fail, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { siteVaultPrefix, storedDdns } from "@/server/network/ddns/stored-ddns";
import { tellSite } from "@/server/network/tell-site";
import { readSiteRow } from "./site-row";

/** Forgets a site of which nothing is on any host. */
export async function deleteSite(
  c: Pick<Container, "db" | "bus" | "audit" | "vault">,
  id: string,
  by: RequestedBy,
): Promise<Result<void>> {
  const found = await readSiteRow(c, id);
  if (!found.ok) return found;
  const { name, appliedRevision, runningJobId } = found.value;
  if (runningJobId !== null)
    return fail({
      code: "job.busy",
      detail: `A job is running on ${name}.`,
      remedies: ["Wait for the job, or cancel it."],
    });
  if (appliedRevision !== null)
    return fail({
      code: "job.state",
      detail: `The hosts of ${name} still carry its rules, so it cannot simply be forgotten.`,
      remedies: ["Take the rules off the hosts first, on the site's page."],
    });
  const ddns = await storedDdns(c.db, id);
  if (ddns !== null && ddns.appliedHostId !== null)
    return fail({
      code: "job.state",
      detail: `A host still keeps the names of ${name} at its address.`,
      remedies: ["Take that off first, under Dynamic DNS."],
    });
  await c.db.site.delete({ where: { id } });
  await c.vault.remove(siteVaultPrefix(id));
  await c.audit.record({
    ...{ ...auditOf(by), action: "site.delete", object: `site:${id}`, detail: { name } },
  });
  tellSite(c.bus, id);
  return done;
}
