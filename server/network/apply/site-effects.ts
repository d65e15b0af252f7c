import { done, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { tellSite } from "@/server/network/tell-site";
import { noteDdnsHost } from "@/server/network/ddns/note-ddns-host";
import type { LoadedSite } from "./load-site";

/** What the panel notes when every host keeps the rules, or none has any. */
export async function afterSiteJob(
  { siteId, operation }: LoadedSite,
  { db, bus, clock }: Pick<Container, "db" | "bus" | "clock">,
): Promise<Result<void>> {
  if (operation.kind === "apply-ddns" || operation.kind === "clear-ddns")
    await noteDdnsHost(operation, db);
  else {
    const applied =
      operation.kind === "apply-site"
        ? { appliedRevision: operation.revision, appliedAt: new Date(clock.nowMs()) }
        : { appliedRevision: null, appliedAt: null };
    await db.site.update({ where: { id: siteId }, data: applied });
  }
  tellSite(bus, siteId);
  return done;
}
