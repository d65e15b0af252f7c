import { ok, type Result } from "@/lib/core/result";
import { analyseSite } from "@/lib/network/analysis/analyse-site";
import { compileHost } from "@/lib/network/compile/compile-host";
import { ruleRows } from "@/lib/network/rule-rows";
import { rulesText } from "@/lib/provision/plan/build-apply-site";
import type { SiteSpec } from "@/lib/schemas/site";
import type { SiteCheckAnswer } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { readSite, specOf } from "./read-site";
import { siteView } from "./site-view";

/** What a draft of a policy would come to, compared with what the hosts keep. */
export async function checkPolicy(
  c: Pick<Container, "db" | "clock">,
  siteId: string,
  spec: SiteSpec,
): Promise<Result<SiteCheckAnswer>> {
  const stored = await readSite(c, siteId);
  if (!stored.ok) return stored;
  const { appliedRevision } = stored.value;
  const applied = appliedRevision === null ? null : await specOf(c.db, siteId, appliedRevision);
  const view = await siteView(c, stored.value, spec);
  const at = new Date(c.clock.nowMs());
  return ok({
    findings: analyseSite(view, at),
    hosts: view.hosts.map((host) => {
      const text = rulesText({ view, at }, host);
      const before =
        applied === null ? null : rulesText({ view: { ...view, site: applied }, at }, host);
      return {
        ...{ hostId: host.id, name: host.name, text, changed: text !== before },
        rules: ruleRows(compileHost(view, host, at)),
      };
    }),
  });
}
