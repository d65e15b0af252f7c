import { ok, type Result } from "@/lib/core/result";
import { analyseSite } from "@/lib/network/analysis/analyse-site";
import type { SiteDetailAnswer } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { readSite, specOf } from "./read-site";
import { readSiteRow } from "./site-row";
import { siteView } from "./site-view";

/** Everything stored about a site: its policy, what is wrong with it, and what the hosts keep. */
export async function showSite(
  c: Pick<Container, "db" | "clock">,
  id: string,
): Promise<Result<SiteDetailAnswer>> {
  const [row, stored] = await Promise.all([readSiteRow(c, id), readSite(c, id)]);
  if (!row.ok) return row;
  if (!stored.ok) return stored;
  const { spec, appliedRevision } = stored.value;
  const view = await siteView(c, stored.value);
  return ok({
    ...{ site: row.value, spec },
    findings: analyseSite(view, new Date(c.clock.nowMs())),
    applied: appliedRevision === null ? null : await specOf(c.db, id, appliedRevision),
  });
}
