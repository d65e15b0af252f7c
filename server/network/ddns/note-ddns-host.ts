import type { SiteOperation } from "@/lib/schemas/operation";
import type { Database } from "@/server/db/client";
import { storedDdns } from "./stored-ddns";

/** Notes who keeps a site's names when the job that changed it has ended well. */
export async function noteDdnsHost({ siteId, kind }: SiteOperation, db: Database): Promise<void> {
  const stored = await storedDdns(db, siteId);
  const appliedHostId = kind === "apply-ddns" ? (stored?.settings.hostId ?? null) : null;
  await db.siteDdns.updateMany({ where: { siteId }, data: { appliedHostId } });
}
