import { ok, type Result } from "@/lib/core/result";
import { compileHost } from "@/lib/network/compile/compile-host";
import { ruleRows } from "@/lib/network/rule-rows";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import type { SiteLiveHost, SiteRulesAnswer } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { liveRules } from "@/server/network/live-rules";
import { readSite } from "./read-site";
import { siteView } from "./site-view";

type Parts = Pick<Container, "db" | "ssh" | "clock">;

/** Rules of the stored policy, with what they count where the hosts keep them. All hosts are asked at once. */
export async function showRules(
  c: Parts,
  { siteId, hostId }: { readonly siteId: string; readonly hostId: string | undefined },
): Promise<Result<SiteRulesAnswer>> {
  const stored = await readSite(c, siteId);
  if (!stored.ok) return stored;
  const view = await siteView(c, stored.value);
  const wanted = view.hosts.filter(({ id }) => hostId === undefined || id === hostId);
  return ok({ hosts: await Promise.all(wanted.map((host) => ofHost(c, view, host))) });
}

async function ofHost(c: Parts, view: SiteView, host: SiteHost): Promise<SiteLiveHost> {
  const rows = ruleRows(compileHost(view, host, new Date(c.clock.nowMs())));
  const said = await liveRules(c, host.id);
  const live = "code" in said ? null : said;
  return {
    ...{ hostId: host.id, name: host.name, drift: live?.drift ?? null },
    rules: rows.map((row) => {
      const counted = row.counter === null ? undefined : live?.counters?.get(row.counter);
      return { ...row, packets: counted?.packets ?? null, bytes: counted?.bytes ?? null };
    }),
    asOf: live === null ? null : new Date(live.atMs).toISOString(),
    problem: "code" in said ? said : null,
  };
}
