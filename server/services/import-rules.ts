import { fail, ok, type Result } from "@/lib/core/result";
import { findConflicts } from "@/lib/network/import/find-conflicts";
import type { SiteImportAnswer } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { readOtherFilters } from "@/server/network/read-other-filters";
import { readSite } from "./read-site";
import { siteView } from "./site-view";

/** What else filters on a host of the site, to read, and where it is in the way of the stored policy. */
export async function importRules(
  c: Pick<Container, "db" | "ssh" | "clock">,
  { siteId, hostId }: { readonly siteId: string; readonly hostId: string },
): Promise<Result<SiteImportAnswer>> {
  const stored = await readSite(c, siteId);
  if (!stored.ok) return stored;
  const view = await siteView(c, stored.value);
  const host = view.hosts.find(({ id }) => id === hostId);
  if (host === undefined) return notInSite(stored.value.name);
  const filters = await readOtherFilters(c, hostId);
  if (!filters.ok) return filters;
  const at = new Date(c.clock.nowMs());
  const { text } = filters.value;
  return ok({ text, conflicts: findConflicts(filters.value, { view, host, at }) });
}

const notInSite = (name: string): Result<never> =>
  fail({
    code: "object.not-found",
    detail: `This host is not in the site ${name}.`,
    remedies: ["Reload the page: it may have been taken out."],
  });
