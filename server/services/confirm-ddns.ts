import { fail, type Result } from "@/lib/core/result";
import type { DdnsView } from "@/lib/schemas/ddns-view";
import type { Container } from "@/server/container";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { storedDdns } from "@/server/network/ddns/stored-ddns";
import { tellSite } from "@/server/network/tell-site";
import { readSite } from "./read-site";
import { showDdns } from "./show-ddns";

type Parts = Pick<Container, "db" | "vault" | "audit" | "bus" | "ssh" | "clock">;

/** Notes that somebody has confirmed a free name at its provider just now: its time begins anew. */
export async function confirmDdns(
  c: Parts,
  { siteId, name }: { readonly siteId: string; readonly name: string },
  by: RequestedBy,
): Promise<Result<DdnsView>> {
  const site = await readSite(c, siteId);
  if (!site.ok) return site;
  const stored = await storedDdns(c.db, siteId);
  if (stored === null || stored.confirmed[name] === undefined)
    return fail({
      code: "object.not-found",
      detail: `${name} is no name of this site any more.`,
      remedies: ["Read the page again."],
    });
  const confirmed = { ...stored.confirmed, [name]: new Date(c.clock.nowMs()).toISOString() };
  await c.db.siteDdns.update({
    where: { siteId },
    data: { confirmed: JSON.stringify(confirmed) },
  });
  const entry = { action: "ddns.confirm", object: `site:${siteId}`, detail: { name } };
  await c.audit.record({ ...auditOf(by), ...entry });
  tellSite(c.bus, siteId);
  return showDdns(c, siteId);
}
